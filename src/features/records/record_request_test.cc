#include "features/records/record_request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/audit/audit_store.h"
#include "features/directory/erasure.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace records {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = base::Refusal::Kind;

class RecordRequests : public test::OnBothDatabases {
 public:
  base::Result<RecordRequestId> asked_by(const access::Actor& actor, const RecordAsk& ask) {
    return database().write([&](db::Connection& c) { return request_record(c, actor, here, ask); });
  }
  base::Result<RecordRequestId> asked(const RecordAsk& ask) { return asked_by(cast.hub_operator, ask); }
  RecordRequestId asked() { return asked(police).value(); }
  std::optional<RecordRequest> found(RecordRequestId id) { return found_by(cast.hub_operator, id); }
  std::optional<RecordRequest> found_by(const access::Actor& actor, RecordRequestId id) {
    return database().read([&](db::Connection& c) { return find_request(c, actor, id); });
  }
  void run(std::string_view sql) {
    database().write([&](db::Connection& c) { c.run_script(sql); });
  }
  std::vector<std::string> fields_of(const base::Result<RecordRequestId>& result) {
    std::vector<std::string> fields;
    if (result || result.error().kind != Kind::bad_input) return fields;
    for (const auto& error : result.error().fields) fields.push_back(error.field);
    return fields;
  }
  std::vector<audit::Entry> audited(const access::Actor& reader, audit::Whose whose) {
    return database().read([&](db::Connection& c) { return audit::list(c, reader, whose, {}, {}).entries; });
  }
  std::int64_t stored() {
    return database().read(
        [](db::Connection& c) { return c.exec("SELECT COUNT(*) FROM record_request").at(0).integer(0); });
  }

  test::Cast cast = test::make_cast(database());
  const access::CentreId here = cast.here.admin.centre;
  const RecordAsk police{.email = "invigilator@here.example",
                         .asked_by = "Kent Police, PC Ann Lee",
                         .purpose = "Investigation 4711"};
};
INSTANTIATE_TEST_SUITE_P(Databases, RecordRequests, test::both_databases(), test::database_name);

TEST_P(RecordRequests, open_one_persons_record_to_the_operator_who_asked) {
  const auto request = found(asked());
  ASSERT_TRUE(request);
  ASSERT_TRUE(request->scope);
  EXPECT_EQ(request->scope->person, cast.here.invigilator.account);
  EXPECT_EQ(request->scope->centre, here);
  EXPECT_EQ(request->asked_by, "Kent Police, PC Ann Lee");
  EXPECT_EQ(request->open_until() - request->requested_at, std::chrono::hours(24));
}

TEST_P(RecordRequests, stand_in_the_centres_audit_and_the_hubs_with_who_asked_and_why) {
  asked();
  for (const auto& [reader, whose] :
       {std::pair(cast.here.admin, audit::Whose::centre), std::pair(cast.hub_operator, audit::Whose::hub)}) {
    const auto events = audited(reader, whose);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].action, "record.requested");
    EXPECT_EQ(events[0].actor_name, "Olive Operator (Hub operator)");
    EXPECT_EQ(events[0].subject.id, std::to_underlying(cast.here.invigilator.account));
    EXPECT_EQ(events[0].subject.name, "Ivan Invigilator");
    ASSERT_EQ(events[0].details.size(), 2U);
    EXPECT_EQ(events[0].details[0].after, "Kent Police, PC Ann Lee");
    EXPECT_EQ(events[0].details[1].after, "Investigation 4711");
  }
  EXPECT_THAT(audited(cast.there.admin, audit::Whose::centre), IsEmpty());
}

TEST_P(RecordRequests, find_the_person_however_the_email_is_capitalised) {
  EXPECT_TRUE(asked({"INVIGILATOR@Here.Example", "The person", "A copy"}));
}

TEST_P(RecordRequests, answer_the_same_for_an_email_of_another_centre_as_for_nobodys) {
  const auto elsewhere = asked({"invigilator@there.example", "The person", "A copy"});
  const auto nobodys = asked({"nobody@here.example", "The person", "A copy"});
  const auto operators = asked({"operator@hub.example", "The person", "A copy"});
  EXPECT_THAT(fields_of(elsewhere), ElementsAre("email"));
  EXPECT_EQ(elsewhere.error().fields, nobodys.error().fields);
  EXPECT_EQ(elsewhere.error().fields, operators.error().fields);
  EXPECT_EQ(stored(), 0);
  EXPECT_THAT(audited(cast.here.admin, audit::Whose::centre), IsEmpty());
}

TEST_P(RecordRequests, say_nothing_about_the_email_until_who_asks_and_why_are_given) {
  EXPECT_THAT(fields_of(asked({"nobody@here.example", "", ""})), ElementsAre("asked_by", "purpose"));
  EXPECT_THAT(fields_of(asked({"invigilator@here.example", "", ""})), ElementsAre("asked_by", "purpose"));
}

TEST_P(RecordRequests, want_each_field_and_at_most_300_characters_of_each) {
  EXPECT_THAT(fields_of(asked({})), ElementsAre("email", "asked_by", "purpose"));
  const std::string long_text(301, 'x');
  EXPECT_THAT(fields_of(asked({police.email, long_text, long_text})), ElementsAre("asked_by", "purpose"));
  EXPECT_TRUE(asked({police.email, std::string(300, 'x'), std::string(300, 'x')}));
}

TEST_P(RecordRequests, are_for_hub_operators_only) {
  for (const auto& actor : {cast.here.admin, cast.here.officer, cast.here.leader, cast.here.invigilator}) {
    const auto refused = asked_by(actor, police);
    ASSERT_FALSE(refused) << actor.name;
    EXPECT_EQ(refused.error().kind, Kind::not_found) << actor.name;
  }
  const auto id = asked();
  EXPECT_FALSE(found_by(cast.here.admin, id));
}

TEST_P(RecordRequests, are_nothing_to_another_operator) {
  const auto id = asked();
  auto other = cast.hub_operator;
  other.account = access::AccountId{std::to_underlying(other.account) + 1'000};
  EXPECT_FALSE(found_by(other, id));
}

TEST_P(RecordRequests, open_nothing_after_24_hours) {
  const auto id = asked();
  run("UPDATE record_request SET requested_at = requested_at - 86300000");
  EXPECT_TRUE(found(id)->scope);
  run("UPDATE record_request SET requested_at = requested_at - 100000");
  ASSERT_TRUE(found(id));
  EXPECT_FALSE(found(id)->scope);
}

TEST_P(RecordRequests, go_with_the_person) {
  const auto id = asked();
  run("DELETE FROM account WHERE email_key = 'invigilator@here.example'");
  EXPECT_FALSE(found(id));
}

TEST_P(RecordRequests, go_with_the_centre_and_stay_in_the_hubs_audit) {
  const auto id = asked();
  run("UPDATE centre SET closed_at = 1, keep_until = '2020-01-01' WHERE number = '10001'");
  const auto erased = database().write(
      [&](db::Connection& c) { return directory::erase_centre(c, cast.hub_operator, here, ""); });
  ASSERT_TRUE(erased);
  EXPECT_FALSE(found(id));
  const auto kept = audited(cast.hub_operator, audit::Whose::hub).back();
  EXPECT_EQ(kept.action, "record.requested");
  EXPECT_EQ(kept.centre_number, "10001");
}

TEST_P(RecordRequests, keep_in_the_centres_audit_each_download_of_the_record) {
  const auto request = found(asked()).value();
  database().write([&](db::Connection& c) { record_downloaded(c, cast.hub_operator, request); });
  const auto events = audited(cast.here.admin, audit::Whose::centre);
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].action, "record.downloaded");
  EXPECT_EQ(events[0].details[1].after, "Investigation 4711");
}

}  // namespace
}  // namespace records
