#include "features/centres/directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/day.h"
#include "features/centres/centre_store.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace centres {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Kind = base::Refusal::Kind;

class HeardOfClosing : public ClosingListener {
 public:
  void closed(db::Connection&, access::CentreId id) override { centres.push_back(id); }
  std::vector<access::CentreId> centres;
};

class CentreDirectory : public test::OnBothDatabases {
 public:
  DirectoryPage listed(const access::Actor& actor, const DirectoryQuery& query = {}) {
    return database().read([&](db::Connection& c) { return list(c, actor, query); });
  }
  std::vector<std::string> numbers(const DirectoryQuery& query) {
    std::vector<std::string> all;
    for (const auto& entry : listed(cast.hub_operator, query).entries) all.push_back(entry.centre.number);
    return all;
  }
  std::optional<Entry> found(access::CentreId id) {
    return database().read([&](db::Connection& c) { return find(c, cast.hub_operator, id); });
  }
  access::CentreId added(std::string_view number, std::string_view name) {
    return database().write([&](db::Connection& c) { return add(c, number, name); }).value();
  }
  base::Result<void> rename_as(const access::Actor& actor, std::string_view name) {
    return database().write([&](db::Connection& c) { return rename(c, actor, here, name); });
  }
  base::Result<void> close_as(const access::Actor& actor, std::string_view keep_until = "2999-08-31") {
    return database().write([&](db::Connection& c) { return close(c, actor, here, keep_until, listener); });
  }
  base::Result<void> keep_as(const access::Actor& actor, std::string_view day) {
    return database().write([&](db::Connection& c) { return keep_until(c, actor, here, day); });
  }
  // As if the centre had been closed long ago.
  void let_pass(std::string_view keep_until) {
    database().write([&](db::Connection& c) {
      c.exec("UPDATE centre SET closed_at = 1000, keep_until = ? WHERE id = ?", keep_until, here);
    });
  }
  base::Result<void> reopen_as(const access::Actor& actor) {
    return database().write([&](db::Connection& c) { return reopen(c, actor, here); });
  }
  std::vector<std::string> events() {
    std::vector<std::string> all;
    for (const auto& row : database().read([&](db::Connection& c) {
           return c.exec(
               "SELECT action, actor_name, details FROM audit_event WHERE centre_id = ? ORDER BY id", here);
         })) {
      all.push_back(row.text(0) + " by " + row.text(1) + " " + row.text(2));
    }
    return all;
  }

  test::Cast cast = test::make_cast(database());
  access::CentreId here = cast.here.admin.centre;
  HeardOfClosing listener;
};
INSTANTIATE_TEST_SUITE_P(Databases, CentreDirectory, test::both_databases(), test::database_name);

TEST_P(CentreDirectory, lists_every_centre_by_number_a_page_at_a_time) {
  added("15000", "Between Them");
  EXPECT_THAT(numbers({}), ElementsAre("10001", "15000", "20002"));
  EXPECT_THAT(numbers({.offset = 1, .limit = 1}), ElementsAre("15000"));
  EXPECT_EQ(listed(cast.hub_operator, {.offset = 1, .limit = 1}).total, 3);
}

TEST_P(CentreDirectory, finds_by_part_of_the_name_however_accented_or_of_the_number) {
  added("30003", "Ysgol Siân O'Neil");
  EXPECT_THAT(numbers({.search = "sian oneil"}), ElementsAre("30003"));
  EXPECT_THAT(numbers({.search = "0002"}), ElementsAre("20002"));
  EXPECT_THAT(numbers({.search = "VALLEY"}), ElementsAre("20002"));
  EXPECT_THAT(numbers({.search = "%"}), IsEmpty());
}

TEST_P(CentreDirectory, finds_all_the_words_of_a_search_in_any_order_as_every_list_does) {
  added("30003", "Demonstration Upper School");
  EXPECT_THAT(numbers({.search = "school demonstration"}), ElementsAre("30003"));
  EXPECT_THAT(numbers({.search = "school 30003"}), ElementsAre("30003"));
  EXPECT_THAT(numbers({.search = "school valley"}), IsEmpty());
}

TEST_P(CentreDirectory, tells_open_centres_from_closed_ones) {
  ASSERT_TRUE(close_as(cast.hub_operator));
  EXPECT_THAT(numbers({.which = Which::open}), ElementsAre("20002"));
  EXPECT_THAT(numbers({.which = Which::closed}), ElementsAre("10001"));
}

TEST_P(CentreDirectory, is_empty_for_everybody_but_a_Hub_operator) {
  for (const auto& actor : {cast.here.admin, cast.here.officer, cast.here.leader, cast.here.invigilator}) {
    EXPECT_THAT(listed(actor).entries, IsEmpty()) << actor.name;
    EXPECT_FALSE(database().read([&](db::Connection& c) { return find(c, actor, here); })) << actor.name;
    EXPECT_EQ(rename_as(actor, "Mine").error().kind, Kind::not_found) << actor.name;
    EXPECT_EQ(close_as(actor).error().kind, Kind::not_found) << actor.name;
    EXPECT_EQ(keep_as(actor, "2999-09-30").error().kind, Kind::not_found) << actor.name;
    EXPECT_EQ(reopen_as(actor).error().kind, Kind::not_found) << actor.name;
  }
}

TEST_P(CentreDirectory, renames_a_centre_and_keeps_both_names_in_its_audit) {
  ASSERT_TRUE(rename_as(cast.hub_operator, "  Łódź Academy "));
  EXPECT_EQ(found(here)->centre.name, "Łódź Academy");
  EXPECT_THAT(numbers({.search = "lodz"}), ElementsAre("10001"));
  EXPECT_THAT(events(), ElementsAre(HasSubstr("centre.renamed by Olive Operator (Hub operator)")));
  EXPECT_THAT(events().front(), HasSubstr("Demo Hill School"));
}

TEST_P(CentreDirectory, refuses_a_name_that_is_none_and_keeps_no_event_of_the_same_name) {
  const auto refused = rename_as(cast.hub_operator, "   ");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fields.front().field, "name");
  ASSERT_TRUE(rename_as(cast.hub_operator, "Demo Hill School"));
  EXPECT_THAT(events(), IsEmpty());
}

TEST_P(CentreDirectory, closes_a_centre_until_it_is_reopened) {
  ASSERT_TRUE(close_as(cast.hub_operator, "2999-08-31"));
  EXPECT_TRUE(found(here)->closed());
  EXPECT_EQ(found(here)->keep_until, "2999-08-31");
  ASSERT_TRUE(reopen_as(cast.hub_operator));
  EXPECT_FALSE(found(here)->closed());
  EXPECT_EQ(found(here)->keep_until, "");
  EXPECT_THAT(events(), ElementsAre(HasSubstr("centre.closed"), HasSubstr("centre.reopened")));
}

TEST_P(CentreDirectory, closing_twice_and_reopening_an_open_centre_change_nothing) {
  ASSERT_TRUE(reopen_as(cast.hub_operator));
  ASSERT_TRUE(close_as(cast.hub_operator, "2999-08-31"));
  ASSERT_TRUE(close_as(cast.hub_operator, "2999-09-01"));
  EXPECT_EQ(found(here)->keep_until, "2999-08-31");
  EXPECT_THAT(events(), ElementsAre(HasSubstr("centre.closed")));
}

TEST_P(CentreDirectory, tells_whoever_ends_sessions_of_each_closing_and_of_nothing_else) {
  ASSERT_FALSE(close_as(cast.hub_operator, "2020-01-01"));
  ASSERT_FALSE(close_as(cast.there.admin));
  EXPECT_THAT(listener.centres, IsEmpty());
  ASSERT_TRUE(close_as(cast.hub_operator));
  ASSERT_TRUE(close_as(cast.hub_operator));
  EXPECT_THAT(listener.centres, ElementsAre(here));
}

TEST_P(CentreDirectory, finds_the_closed_centres_whose_last_day_of_keeping_is_over) {
  ASSERT_TRUE(close_as(cast.hub_operator, "2999-08-31"));
  EXPECT_THAT(numbers({.which = Which::due}), IsEmpty());
  let_pass("2020-08-31");
  EXPECT_THAT(numbers({.which = Which::due}), ElementsAre("10001"));
  EXPECT_THAT(numbers({.search = "demo", .which = Which::due}), ElementsAre("10001"));
  EXPECT_THAT(numbers({.search = "valley", .which = Which::due}), IsEmpty());
}

TEST_P(CentreDirectory, keeps_the_data_through_the_whole_of_the_last_day) {
  let_pass("2026-08-31");
  const auto last_day = base::day_from_iso("2026-08-31").value();
  EXPECT_FALSE(found(here)->due(last_day.end - std::chrono::milliseconds(1)));
  EXPECT_TRUE(found(here)->due(last_day.end));
}

TEST_P(CentreDirectory, moves_the_day_until_which_a_closed_centres_data_are_kept) {
  EXPECT_EQ(keep_as(cast.hub_operator, "2999-09-30").error().kind, Kind::conflict) << "it is open";
  ASSERT_TRUE(close_as(cast.hub_operator, "2999-08-31"));
  EXPECT_EQ(keep_as(cast.hub_operator, "2020-01-01").error().fields.front().field, "keep_until");
  ASSERT_TRUE(keep_as(cast.hub_operator, "2999-08-31"));
  ASSERT_TRUE(keep_as(cast.hub_operator, "2999-09-30"));
  EXPECT_EQ(found(here)->keep_until, "2999-09-30");
  EXPECT_THAT(events(), ElementsAre(HasSubstr("centre.closed"),
                                    AllOf(HasSubstr("centre.kept"), HasSubstr("31 August 2999"),
                                          HasSubstr("30 September 2999"))));
}

TEST_P(CentreDirectory, wants_a_day_to_come_until_which_the_data_are_kept) {
  for (const char* day : {"", "31/08/2999", "2020-01-01", "2999-02-30"}) {
    const auto refused = close_as(cast.hub_operator, day);
    ASSERT_FALSE(refused) << day;
    EXPECT_EQ(refused.error().fields.front().field, "keep_until") << day;
  }
  EXPECT_FALSE(found(here)->closed());
}

}  // namespace
}  // namespace centres
