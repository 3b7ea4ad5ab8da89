#include "features/audit/audit_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/audit/audit.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace audit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AuditStoreTest : public test::OnBothDatabases {
 public:
  const test::Cast cast = test::make_cast(database());
  const access::Actor& admin = cast.here.admin;

  void add(const access::Actor& by, const Action& action, std::string subject,
           std::vector<Detail> details = {}) {
    database().write([&](db::Connection& c) { record(c, by, {action, {"account", 7, subject}, details}); });
  }
  EntryPage listed(const Filter& filter = {}, const Position& position = {}, std::size_t limit = 50) {
    return listed_by(admin, filter, position, limit);
  }
  EntryPage listed_by(const access::Actor& actor, const Filter& filter = {}, const Position& position = {},
                      std::size_t limit = 50, Whose whose = Whose::centre) {
    return database().read([&](db::Connection& c) { return list(c, actor, whose, filter, position, limit); });
  }
  EntryPage of_hub(const Filter& filter = {}, const Position& position = {}, std::size_t limit = 50) {
    return listed_by(cast.hub_operator, filter, position, limit, Whose::hub);
  }
  static std::vector<std::string> subjects(const EntryPage& page) {
    std::vector<std::string> names;
    for (const auto& entry : page.entries) names.push_back(entry.subject.name);
    return names;
  }
  void add_numbered(int count) {
    for (int i = 1; i <= count; ++i) add(admin, action::account_added, std::to_string(i));
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, AuditStoreTest, test::both_databases(), test::database_name);

TEST_P(AuditStoreTest, keeps_who_did_what_to_whom_when_and_the_values) {
  const auto before = database().now();
  add(admin, action::account_edited, "Łukasz O'Neil", {{"Role", "INV", "SLT"}});

  const auto page = listed();
  ASSERT_EQ(page.entries.size(), 1U);
  const auto& entry = page.entries.front();
  EXPECT_EQ(entry.actor_name, admin.name);
  EXPECT_EQ(entry.action, "account.edited");
  EXPECT_EQ(entry.subject.kind, "account");
  EXPECT_EQ(entry.subject.id, 7);
  EXPECT_EQ(entry.subject.name, "Łukasz O'Neil");
  EXPECT_EQ(entry.details.front().before, "INV");
  EXPECT_EQ(entry.details.front().after, "SLT");
  EXPECT_GE(entry.at, before);
  EXPECT_LE(entry.at, database().now());
}

TEST_P(AuditStoreTest, shows_nothing_of_another_centre) {
  add(cast.there.admin, action::account_added, "elsewhere");
  add(cast.hub_operator, action::centre_added, "operator's");
  EXPECT_THAT(subjects(listed()), IsEmpty());
}

TEST_P(AuditStoreTest, shows_nothing_to_anyone_but_a_centre_admin) {
  add(admin, action::account_added, "here");
  for (const auto& actor : {cast.here.officer, cast.here.leader, cast.here.invigilator, cast.hub_operator}) {
    EXPECT_THAT(listed_by(actor).entries, IsEmpty()) << actor.name;
  }
}

TEST_P(AuditStoreTest, lists_the_newest_first) {
  add_numbered(3);
  EXPECT_THAT(subjects(listed()), ElementsAre("3", "2", "1"));
}

TEST_P(AuditStoreTest, pages_to_older_events_and_back) {
  add_numbered(5);
  const auto first = listed({}, {}, 2);
  EXPECT_THAT(subjects(first), ElementsAre("5", "4"));
  EXPECT_TRUE(first.older);
  EXPECT_FALSE(first.newer);

  const auto second = listed({}, {Position::Way::older_than, first.entries.back().id}, 2);
  EXPECT_THAT(subjects(second), ElementsAre("3", "2"));
  EXPECT_TRUE(second.older);
  EXPECT_TRUE(second.newer);

  const auto last = listed({}, {Position::Way::older_than, second.entries.back().id}, 2);
  EXPECT_THAT(subjects(last), ElementsAre("1"));
  EXPECT_FALSE(last.older);

  const auto back = listed({}, {Position::Way::newer_than, last.entries.front().id}, 2);
  EXPECT_THAT(subjects(back), ElementsAre("3", "2"));
  EXPECT_TRUE(back.newer);
}

TEST_P(AuditStoreTest, keeps_a_page_the_same_while_new_events_arrive) {
  add_numbered(4);
  const auto first = listed({}, {}, 2);
  add(admin, action::account_added, "new");
  EXPECT_THAT(subjects(listed({}, {Position::Way::older_than, first.entries.back().id}, 2)),
              ElementsAre("2", "1"));
}

TEST_P(AuditStoreTest, filters_by_action) {
  add(admin, action::account_added, "added");
  add(admin, action::account_deleted, "deleted");
  EXPECT_THAT(subjects(listed({.action = "account.deleted"})), ElementsAre("deleted"));
}

TEST_P(AuditStoreTest, finds_all_the_words_of_a_search_in_any_order_as_every_list_does) {
  add(admin, action::account_added, "Olivia Officer");
  add(admin, action::account_added, "Olivia Other");
  EXPECT_THAT(subjects(listed({.person = "officer olivia"})), ElementsAre("Olivia Officer"));
  EXPECT_THAT(subjects(listed({.person = "officer nobody"})), IsEmpty());
}

TEST_P(AuditStoreTest, filters_by_the_person_who_acted_or_was_acted_on_however_accented) {
  add(admin, action::account_added, "Łukasz O'Neil");
  add(cast.here.officer, action::account_added, "Ann Lee");
  EXPECT_THAT(subjects(listed({.person = "lukasz oneil"})), ElementsAre("Łukasz O'Neil"));
  EXPECT_THAT(subjects(listed({.person = cast.here.officer.name})), ElementsAre("Ann Lee"));
  EXPECT_THAT(subjects(listed({.person = "%"})), IsEmpty());
}

TEST_P(AuditStoreTest, filters_by_time_from_its_start_until_before_its_end) {
  add(admin, action::account_added, "x");
  const auto at = listed().entries.front().at;
  const auto later = at + std::chrono::milliseconds{1};
  EXPECT_EQ(listed({.from = at, .until = later}).entries.size(), 1U);
  EXPECT_THAT(listed({.from = later}).entries, IsEmpty());
  EXPECT_THAT(listed({.until = at}).entries, IsEmpty());
}

TEST_P(AuditStoreTest, keeps_many_events_in_their_order) {
  std::vector<Event> events;
  for (int i = 1; i <= 1'000; ++i)
    events.push_back({action::account_added, {"account", i, std::to_string(i)}});
  database().write([&](db::Connection& c) { record_many(c, admin, events); });
  const auto page = listed({}, {}, 2'000);
  ASSERT_EQ(page.entries.size(), 1'000U);
  EXPECT_EQ(page.entries.front().subject.name, "1000");
  EXPECT_EQ(page.entries.back().subject.name, "1");
}

TEST_P(AuditStoreTest, names_nobody_for_what_nobody_signed_in_did) {
  database().write([&](db::Connection& c) {
    record_unsigned(c, admin.centre, {action::sign_in_failed, {"account", 7, "Ann Lee"}});
    record_command(c, admin.centre, {action::centre_added, {"centre", 1, "Demo Hill School"}});
  });
  const auto page = listed();
  ASSERT_EQ(page.entries.size(), 2U);
  EXPECT_EQ(page.entries[1].actor_name, "Nobody signed in");
  EXPECT_EQ(page.entries[0].actor_name, "exams-hub command");
}

TEST_P(AuditStoreTest, leaves_no_event_of_a_change_that_was_rolled_back) {
  const auto refused = database().write([&](db::Connection& c) -> base::Result<int> {
    record(c, admin, {action::account_added});
    return base::refuse(base::Refusal::conflict("no"));
  });
  EXPECT_FALSE(refused);
  EXPECT_THAT(listed().entries, IsEmpty());
}

TEST_P(AuditStoreTest, cannot_be_changed_or_emptied_by_anyone) {
  add(admin, action::account_added, "x");
  EXPECT_THROW(
      database().write([](db::Connection& c) { c.exec("UPDATE audit_event SET actor_name = 'Me'"); }),
      db::CheckViolation);
  EXPECT_THROW(database().write([](db::Connection& c) { c.exec("DELETE FROM audit_event"); }),
               db::CheckViolation);
  add(cast.hub_operator, action::assessment_published, "x");
  EXPECT_THROW(
      database().write([](db::Connection& c) { c.exec("UPDATE hub_event SET centre_name = 'Mine'"); }),
      db::CheckViolation);
  EXPECT_THROW(database().write([](db::Connection& c) { c.exec("DELETE FROM hub_event"); }),
               db::CheckViolation);
  EXPECT_EQ(listed().entries.size(), 1U);
}

TEST_P(AuditStoreTest, shows_a_hub_operator_what_belongs_to_no_centre) {
  add(cast.hub_operator, action::assessment_published, "Exam room essentials");
  database().write([&](db::Connection& c) {
    record_unsigned(c, std::nullopt, {action::sign_in_failed, {"account", 7, "Olive Operator"}});
    record_command(c, std::nullopt, {action::operator_added, {"account", 7, "Olive Operator"}});
  });
  const auto page = of_hub();
  EXPECT_THAT(subjects(page), ElementsAre("Olive Operator", "Olive Operator", "Exam room essentials"));
  for (const auto& entry : page.entries)
    EXPECT_EQ(entry.centre_number + entry.centre_name, "") << entry.action;
}

TEST_P(AuditStoreTest, shows_a_hub_operator_what_operators_and_commands_did_in_a_centre_and_in_which) {
  database().write([&](db::Connection& c) {
    record_in_centre(c, admin.centre, cast.hub_operator, {action::centre_closed, {"centre", 1, "closed"}});
    record_command(c, cast.there.admin.centre, {action::centre_added, {"centre", 2, "added"}});
  });
  const auto page = of_hub();
  ASSERT_THAT(subjects(page), ElementsAre("added", "closed"));
  EXPECT_EQ(page.entries[0].centre_number, "20002");
  EXPECT_EQ(page.entries[1].centre_number, "10001");
  EXPECT_EQ(page.entries[1].centre_name, "Demo Hill School");
  EXPECT_THAT(subjects(listed()), ElementsAre("closed")) << "the centre reads it too";
}

TEST_P(AuditStoreTest, shows_a_hub_operator_nothing_that_a_centres_own_people_did) {
  auto impostor = cast.here.officer;
  impostor.name = "Olive Operator (Hub operator)";
  for (const auto& actor : {admin, cast.here.invigilator, impostor})
    add(actor, action::signed_in, actor.name);
  database().write([&](db::Connection& c) {
    record_unsigned(c, admin.centre, {action::sign_in_failed, {"account", 7, "Ann Lee"}});
    record_many(c, admin, std::vector<Event>(3, {action::account_added, {"account", 7, "Ann Lee"}}));
  });
  EXPECT_THAT(subjects(of_hub()), IsEmpty());
}

TEST_P(AuditStoreTest, shows_the_hubs_events_to_nobody_but_its_operators) {
  add(cast.hub_operator, action::assessment_published, "hidden");
  for (const auto& actor : {admin, cast.here.officer, cast.here.leader, cast.here.invigilator}) {
    EXPECT_THAT(listed_by(actor, {}, {}, 50, Whose::hub).entries, IsEmpty()) << actor.name;
  }
}

TEST_P(AuditStoreTest, keeps_where_an_operator_did_something_when_that_centre_is_renamed_or_gone) {
  const access::CentreId gone = database().write([&](db::Connection& c) {
    const auto id =
        c.exec("INSERT INTO centre (number, name, created_at) VALUES ('30003', 'Old Name', 1) RETURNING id")
            .at(0)
            .id<access::CentreId>(0);
    record_in_centre(c, id, cast.hub_operator, {action::centre_added, {"centre", 3, "x"}});
    return id;
  });
  database().write(
      [&](db::Connection& c) { c.exec("UPDATE centre SET name = 'New Name' WHERE id = ?", gone); });
  database().write([&](db::Connection& c) { c.exec("DELETE FROM centre WHERE id = ?", gone); });
  const auto entry = of_hub().entries.at(0);
  EXPECT_EQ(entry.centre_number, "30003");
  EXPECT_EQ(entry.centre_name, "Old Name");
}

TEST_P(AuditStoreTest, pages_and_filters_the_hubs_events_as_a_centres) {
  add(cast.hub_operator, action::assessment_published, "1");
  add_numbered(3);
  for (const auto* name : {"2", "3", "4"}) add(cast.hub_operator, action::resource_published, name);
  EXPECT_THAT(subjects(of_hub({.action = "assessment.published"})), ElementsAre("1"));
  EXPECT_THAT(subjects(of_hub({.person = "nobody of that name"})), IsEmpty());
  const auto first = of_hub({}, {}, 2);
  EXPECT_THAT(subjects(first), ElementsAre("4", "3"));
  EXPECT_TRUE(first.older);
  const auto second = of_hub({}, {Position::Way::older_than, first.entries.back().id}, 2);
  EXPECT_THAT(subjects(second), ElementsAre("2", "1"));
  EXPECT_FALSE(second.older);
  EXPECT_THAT(subjects(of_hub({}, {Position::Way::newer_than, second.entries.front().id}, 2)),
              ElementsAre("4", "3"));
}

TEST_P(AuditStoreTest, keeps_in_the_hubs_audit_each_of_many_events_of_an_operator) {
  const std::vector<Event> events{{action::resource_published, {"resource", 1, "1"}},
                                  {action::resource_published, {"resource", 2, "2"}}};
  database().write([&](db::Connection& c) { record_many(c, cast.hub_operator, events); });
  EXPECT_THAT(subjects(of_hub()), ElementsAre("2", "1"));
}

}  // namespace
}  // namespace audit
