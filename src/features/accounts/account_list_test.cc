#include <fmt/format.h>
#include <gmock/gmock.h>

#include <optional>
#include <set>

#include "features/accounts/account_rows.h"
#include "features/accounts/account_store_fixture.h"

namespace accounts {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

class ListAccounts : public OnAccounts {
 public:
  std::vector<std::string> search(std::string words) { return names(officer, {.search = std::move(words)}); }
};
INSTANTIATE_TEST_SUITE_P(Databases, ListAccounts, test::both_databases(), test::database_name);

TEST_P(ListAccounts, holds_the_actors_centre_and_nobody_elses) {
  added(cast.there.officer, new_account("Only", "There", "only.there@school.example"));
  EXPECT_EQ(listed(officer).total, 4U);
  EXPECT_THAT(names(officer), Not(Contains("Only There")));
  EXPECT_EQ(listed(cast.there.officer).total, 5U);
}

TEST_P(ListAccounts, is_empty_for_a_Hub_operator_who_has_no_centre) {
  EXPECT_EQ(listed(cast.hub_operator).total, 0U);
  EXPECT_THAT(listed(cast.hub_operator).accounts, IsEmpty());
}

TEST_P(ListAccounts, finds_people_without_their_accents_apostrophes_and_letter_case) {
  added(officer, new_account("Siân", "O'Neil", "so@school.example"));
  added(officer, new_account("Łukasz", "Żółć", "lz@school.example"));
  added(officer, new_account("明", "李", "lm@school.example"));
  for (const char* words :
       {"oneil", "O'NEIL", "o\u2019neil", "Sian", "SIÂN", "sian oneil", "O'Neil, Siân", "neil si"}) {
    EXPECT_THAT(search(words), ElementsAre("Siân O'Neil")) << words;
  }
  for (const char* words : {"lukasz", "Łukasz", "zolc", "ŻÓŁĆ"}) {
    EXPECT_THAT(search(words), ElementsAre("Łukasz Żółć")) << words;
  }
  EXPECT_THAT(search("李"), ElementsAre("明 李"));
}

TEST_P(ListAccounts, finds_by_any_part_of_the_email) {
  added(officer, new_account("Siân", "Jones", "Exams_Team@school.example"));
  EXPECT_THAT(search("exams_team"), ElementsAre("Siân Jones"));
  EXPECT_THAT(search("team@school"), ElementsAre("Siân Jones"));
}

TEST_P(ListAccounts, takes_the_signs_of_a_pattern_as_themselves) {
  added(officer, new_account("Hundred", "Percent", "a@school.example"));
  EXPECT_THAT(search("%"), IsEmpty());
  EXPECT_THAT(search("p_rcent"), IsEmpty());
  EXPECT_THAT(search("\\"), IsEmpty());
  EXPECT_THAT(search("' OR 1=1 --"), IsEmpty());
}

TEST_P(ListAccounts, needs_every_word_of_a_search) {
  added(officer, new_account("Ann", "Jones", "a1@school.example"));
  added(officer, new_account("Ann", "Smith", "a2@school.example"));
  EXPECT_THAT(search("ann"), UnorderedElementsAre("Ann Jones", "Ann Smith"));
  EXPECT_THAT(search(" ann   smith "), ElementsAre("Ann Smith"));
  EXPECT_THAT(search("ann brown"), IsEmpty());
}

TEST_P(ListAccounts, takes_a_search_of_any_length) {
  EXPECT_THAT(search(std::string(20'000, 'x')), IsEmpty());
  EXPECT_EQ(search("  ").size(), 4U);
}

TEST_P(ListAccounts, is_filtered_by_role_and_to_Centre_Admins) {
  const auto roles = [](const ListPage& page) {
    std::vector<access::Role> all;
    for (const auto& account : page.accounts) all.push_back(account.role);
    return all;
  };
  EXPECT_THAT(roles(listed(officer, {.role = access::Role::invigilator})),
              ElementsAre(access::Role::invigilator));
  EXPECT_EQ(listed(officer, {.role = access::Role::exams_officer}).total, 2U);
  const auto admins = listed(officer, {.centre_admins_only = true});
  ASSERT_EQ(admins.total, 1U);
  EXPECT_EQ(admins.accounts.front().id, admin.account);
}

class SortedList : public OnAccounts {
 public:
  void SetUp() override {
    add_person("Zoe", "Adams", "m@school.example", "SLT", 3000);
    add_person("Ann", "Zephaniah", "a@school.example", "INV", 1000);
    add_person("Ben", "Łuk", "z@school.example", "INV", std::nullopt);
  }
  void add_person(const char* first, const char* last, const char* email, const char* role,
                  std::optional<std::int64_t> signed_in) {
    const auto id = added(officer, new_account(first, last, email, role));
    database().write([&](db::Connection& c) {
      c.exec("UPDATE account SET last_signed_in_at = ? WHERE id = ?", signed_in, id);
    });
  }
  // The names of the three, without the cast's two exams officers.
  std::vector<std::string> sorted(SortBy sort, bool descending = false) {
    auto all = names(officer, {.search = "school.example", .sort = sort, .descending = descending});
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, SortedList, test::both_databases(), test::database_name);

TEST_P(SortedList, by_name_goes_by_last_name_as_a_British_reader_expects) {
  EXPECT_THAT(sorted(SortBy::name), ElementsAre("Zoe Adams", "Ben Łuk", "Ann Zephaniah"));
  EXPECT_THAT(sorted(SortBy::name, true), ElementsAre("Ann Zephaniah", "Ben Łuk", "Zoe Adams"));
}

TEST_P(SortedList, by_email) {
  EXPECT_THAT(sorted(SortBy::email), ElementsAre("Ann Zephaniah", "Zoe Adams", "Ben Łuk"));
  EXPECT_THAT(sorted(SortBy::email, true), ElementsAre("Ben Łuk", "Zoe Adams", "Ann Zephaniah"));
}

TEST_P(SortedList, by_role_then_name) {
  EXPECT_THAT(sorted(SortBy::role), ElementsAre("Ben Łuk", "Ann Zephaniah", "Zoe Adams"));
  EXPECT_THAT(sorted(SortBy::role, true), ElementsAre("Zoe Adams", "Ann Zephaniah", "Ben Łuk"));
}

TEST_P(SortedList, by_last_sign_in_has_those_who_never_did_first_and_the_latest_at_the_end) {
  EXPECT_THAT(sorted(SortBy::last_signed_in), ElementsAre("Ben Łuk", "Ann Zephaniah", "Zoe Adams"));
  EXPECT_THAT(sorted(SortBy::last_signed_in, true), ElementsAre("Zoe Adams", "Ann Zephaniah", "Ben Łuk"));
}

class LongList : public OnAccounts {
 public:
  void fill(std::size_t count) {
    std::vector<NewAccount> all;
    for (std::size_t i = 0; i < count; ++i) {  // everybody has the same name
      all.push_back(new_account("Ann", "Smith", fmt::format("ann{}@many.example", i)));
    }
    ASSERT_TRUE(add_many_as(officer, all));
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, LongList, test::both_databases(), test::database_name);

TEST_P(LongList, gives_each_account_on_exactly_one_page_whatever_it_is_sorted_by) {
  fill(130);
  for (const auto sort : {SortBy::name, SortBy::email, SortBy::role, SortBy::last_signed_in}) {
    for (const bool descending : {false, true}) {
      std::set<std::int64_t> seen;
      for (const std::size_t offset : {0U, 50U, 100U}) {
        const auto page = listed(
            officer, {.search = "many.example", .sort = sort, .descending = descending, .offset = offset});
        EXPECT_EQ(page.total, 130U);
        for (const auto& account : page.accounts) seen.insert(std::to_underlying(account.id));
      }
      EXPECT_EQ(seen.size(), 130U);
    }
  }
}

TEST_P(LongList, beyond_its_end_has_no_accounts_but_its_total) {
  const auto page = listed(officer, {.offset = 1000});
  EXPECT_THAT(page.accounts, IsEmpty());
  EXPECT_EQ(page.total, 4U);
}

TEST_P(LongList, takes_two_statements_for_a_page) {
  fill(60);
  const auto before = database().statements_executed();
  database().read([&](db::Connection& c) { list(c, officer, {.search = "ann smith"}); });
  EXPECT_LE(database().statements_executed() - before, 4U);  // with the transaction's own
}

class FindAccount : public OnAccounts {};
INSTANTIATE_TEST_SUITE_P(Databases, FindAccount, test::both_databases(), test::database_name);

TEST_P(FindAccount, is_within_the_actors_centre_and_others_are_not_there) {
  EXPECT_TRUE(found(officer, cast.here.invigilator.account));
  EXPECT_FALSE(found(officer, cast.there.invigilator.account));
  EXPECT_FALSE(found(officer, cast.hub_operator.account));
  EXPECT_FALSE(found(officer, access::AccountId{999'999}));
  EXPECT_FALSE(found(cast.hub_operator, cast.here.invigilator.account));
}

// ---- On SQLite, where the plan can be asked for: a page walks an index in the order it shows, and looks at
// the rows of its own centre only, however many there are in the Hub.

class ListPlan : public OnAccounts {};
INSTANTIATE_TEST_SUITE_P(Databases, ListPlan, ::testing::Values(db::Dialect::sqlite), test::database_name);

std::string plan_of(db::Database& database, const access::Actor& actor, const ListQuery& query) {
  const auto asked = page_query(actor, query);
  std::string plan;
  for (const auto& row : database.read([&](db::Connection& c) {
         return c.exec_values("EXPLAIN QUERY PLAN " + asked.sql(), asked.args());
       })) {
    plan += row.text(3) + "\n";
  }
  return plan;
}

TEST_P(ListPlan, sorts_by_walking_an_index_of_the_centre) {
  for (const auto sort : {SortBy::name, SortBy::email, SortBy::role, SortBy::last_signed_in}) {
    for (const bool descending : {false, true}) {
      const auto plan =
          plan_of(database(), officer, {.search = "ann smith", .sort = sort, .descending = descending});
      EXPECT_THAT(plan, AllOf(HasSubstr("SEARCH account USING INDEX account_by_"), HasSubstr("centre_id=?"),
                              Not(HasSubstr("TEMP B-TREE"))));
    }
  }
}

TEST_P(ListPlan, filters_by_role_within_the_index) {
  const auto plan = plan_of(database(), officer, {.role = access::Role::invigilator});
  EXPECT_THAT(plan,
              AllOf(HasSubstr("account_by_role (centre_id=? AND role=?)"), Not(HasSubstr("TEMP B-TREE"))));
}

}  // namespace
}  // namespace accounts
