#include "features/directory/erasure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/centres/centre_store.h"
#include "features/directory/erasure_fixture.h"
#include "support/test_database.h"

namespace directory {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Kind = base::Refusal::Kind;

class Erasure : public test::OnBothDatabases {
 public:
  // Closed, and kept until that day.
  void close(std::string_view keep_until = "2020-08-31") {
    database().write([&](db::Connection& c) {
      c.exec("UPDATE centre SET closed_at = 1000, keep_until = ? WHERE id = ?", keep_until, here);
    });
  }
  void fill(const test::CentreCast& people) {
    database().write([&](db::Connection& c) {
      assessments::publish(c, test::assessment(), nullptr).value();
      test_schema::fill(c, people, assessments::find_current(c, test::assessment().slug).value());
    });
  }
  base::Result<void> erase_as(const access::Actor& actor, std::string_view reason = "") {
    return database().write([&](db::Connection& c) { return erase_centre(c, actor, here, reason); });
  }
  std::optional<ToErase> found() {
    return database().read([&](db::Connection& c) { return find_to_erase(c, cast.hub_operator, here); });
  }
  // Of every table that holds something of a centre.
  std::map<std::string, std::string> all_rows() {
    return database().read([](db::Connection& c) {
      std::map<std::string, std::string> all;
      for (const auto& table : test_schema::tables_of_a_centre(c))
        all[table] = test_schema::rows_of(c, table);
      return all;
    });
  }
  std::int64_t count(std::string_view table) {
    return database().read([&](db::Connection& c) {
      return c.exec_values(fmt::format("SELECT COUNT(*) FROM {}", table), {}).front().integer(0);
    });
  }
  // actor, centre and details of the events of erasing
  std::vector<std::string> events() {
    std::vector<std::string> all;
    for (const auto& row : database().read([&](db::Connection& c) {
           return c.exec(
               "SELECT actor_name, subject_name, details FROM audit_event WHERE action = 'centre.erased' "
               "AND centre_id IS NULL ORDER BY id");
         })) {
      all.push_back(row.text(0) + ": " + row.text(1) + " " + row.text(2));
    }
    return all;
  }

  test::Cast cast = test::make_cast(database());
  access::CentreId here = cast.here.admin.centre;
};
INSTANTIATE_TEST_SUITE_P(Databases, Erasure, test::both_databases(), test::database_name);

TEST_P(Erasure, leaves_no_row_of_the_centre_in_any_table_and_every_row_of_the_others) {
  fill(cast.here);
  fill(cast.there);
  const auto before = all_rows();
  const auto third = database().write([](db::Connection& c) { return test_schema::another_centre(c); });
  fill(third);
  for (const auto& [table, rows] : all_rows()) {
    EXPECT_NE(rows, before.at(table))
        << "say in erasure_fixture.h how a centre comes to have a row of " << table;
  }
  here = third.invigilator.centre;
  close();
  ASSERT_TRUE(erase_as(cast.hub_operator));
  EXPECT_EQ(all_rows(), before);
}

TEST(ErasureSchema, finds_by_an_index_whatever_goes_with_an_account_or_an_attempt) {
  test::TestDatabase database(db::Dialect::sqlite);
  const auto without = (*database).read([](db::Connection& c) {
    return c.exec(
        "SELECT m.name || '.' || f.\"from\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f "
        "WHERE m.type = 'table' AND f.\"table\" IN ('account', 'attempt') AND NOT EXISTS "
        "(SELECT 1 FROM pragma_index_list(m.name) l JOIN pragma_index_info(l.name) i "
        "WHERE l.partial = 0 AND i.seqno = 0 AND i.name = f.\"from\")");
  });
  for (const auto& row : without) {
    ADD_FAILURE() << row.text(0)
                  << " has no index: for each account that is deleted the whole table would be read";
  }
}

TEST_P(Erasure, keeps_the_audit_of_the_centre_and_that_it_was_erased_by_whom_and_how_much_went) {
  fill(cast.here);
  ASSERT_TRUE(database().write(
      [&](db::Connection& c) { return centres::rename(c, cast.hub_operator, here, "Demo Hill Academy"); }));
  close();
  ASSERT_TRUE(erase_as(cast.hub_operator));
  EXPECT_THAT(events(), ElementsAre(AllOf(HasSubstr("Olive Operator: 10001 Demo Hill Academy"),
                                          HasSubstr(R"("People erased":{"after":"4"})"),
                                          HasSubstr(R"("Attempts erased":{"after":"1"})"),
                                          HasSubstr(R"("Certificates erased":{"after":"1"})"),
                                          Not(HasSubstr("Why before")))));
  EXPECT_EQ(count("audit_event WHERE action = 'centre.renamed'"), 1);
}

TEST_P(Erasure, is_of_a_closed_centre_only) {
  EXPECT_EQ(erase_as(cast.hub_operator, "No longer needed").error().kind, Kind::conflict);
  EXPECT_TRUE(found());
  EXPECT_THAT(events(), IsEmpty());
}

TEST_P(Erasure, before_the_last_day_of_keeping_is_over_wants_a_reason_which_the_audit_keeps) {
  close("2999-08-31");
  EXPECT_TRUE(found()->early);
  for (const auto& reason : {std::string(), std::string("   "), std::string(301, 'x')}) {
    const auto refused = erase_as(cast.hub_operator, reason);
    ASSERT_FALSE(refused) << reason;
    EXPECT_EQ(refused.error().fields.front().field, "reason");
  }
  EXPECT_TRUE(found());
  ASSERT_TRUE(erase_as(cast.hub_operator, " They asked for it in writing "));
  EXPECT_FALSE(found());
  EXPECT_THAT(events(),
              ElementsAre(AllOf(HasSubstr("They asked for it in writing"), HasSubstr("31 August 2999"))));
}

TEST_P(Erasure, afterwards_needs_none) {
  close("2020-08-31");
  EXPECT_FALSE(found()->early);
  EXPECT_TRUE(erase_as(cast.hub_operator));
}

TEST_P(Erasure, frees_the_number_for_a_centre_that_begins_afresh) {
  close();
  ASSERT_TRUE(erase_as(cast.hub_operator));
  const auto again =
      database().write([](db::Connection& c) { return centres::add(c, "10001", "Another School"); });
  ASSERT_TRUE(again);
  EXPECT_NE(*again, here) << "the audit of the erased centre is not the new one's";
}

TEST_P(Erasure, is_unknown_to_everybody_but_a_Hub_operator) {
  close();
  for (const auto& actor : {cast.here.admin, cast.here.officer, cast.here.invigilator, cast.there.admin}) {
    EXPECT_EQ(erase_as(actor, "Mine").error().kind, Kind::not_found) << actor.name;
    EXPECT_FALSE(database().read([&](db::Connection& c) { return find_to_erase(c, actor, here); }))
        << actor.name;
  }
  EXPECT_TRUE(found());
}

TEST_P(Erasure, counts_what_goes) {
  fill(cast.here);
  fill(cast.there);
  close();
  EXPECT_EQ(found()->people, 4);
  EXPECT_EQ(found()->attempts, 1);
  EXPECT_EQ(found()->certificates, 1);
}

}  // namespace
}  // namespace directory
