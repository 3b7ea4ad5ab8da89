#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "support/page/test_browser.h"

namespace accounts::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

class UserManagementPage : public test::PageTest {
 public:
  void add(std::string_view first, std::string_view last, std::string_view email, std::string_view role) {
    auto browser = signed_in(cast().here.officer);
    browser.get("/users/add");
    const auto answer = browser.post("/users/add", {{"first_name", std::string(first)},
                                                    {"last_name", std::string(last)},
                                                    {"email", std::string(email)},
                                                    {"role", std::string(role)},
                                                    {"password", "seven purple otters dance"},
                                                    {"declaration", "yes"}});
    ASSERT_EQ(answer.status, 303) << answer.body;
  }
  std::string page(const access::Actor& actor, std::string_view query = "") {
    return signed_in(actor).get("/users" + std::string(query)).body;
  }
  static std::size_t position(const std::string& page, std::string_view text) { return page.find(text); }
  static std::size_t times(const std::string& page, std::string_view text) {
    std::size_t count = 0;
    for (auto at = page.find(text); at != page.npos; at = page.find(text, at + 1)) ++count;
    return count;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, UserManagementPage, test::both_databases(), test::database_name);

TEST_P(UserManagementPage, lists_the_centres_users_and_nobody_of_another_centre) {
  const auto body = page(cast().here.officer);
  for (const char* email :
       {"admin@here.example", "officer@here.example", "leader@here.example", "invigilator@here.example"}) {
    EXPECT_THAT(body, HasSubstr(email));
  }
  EXPECT_THAT(body, Not(HasSubstr("there.example")));
  EXPECT_THAT(body, HasSubstr("4 users"));
}

TEST_P(UserManagementPage, is_refused_to_those_who_manage_no_users) {
  for (const auto& actor : {cast().here.leader, cast().here.invigilator, cast().hub_operator}) {
    EXPECT_EQ(signed_in(actor).get("/users").status, 403) << actor.name;
  }
}

TEST_P(UserManagementPage, offers_Add_and_Upload_Users_by_the_guides_names) {
  EXPECT_THAT(page(cast().here.officer), AllOf(HasSubstr("href=\"/users/add\">+ Add</a>"),
                                               HasSubstr("href=\"/users/upload\">+ Upload Users</a>")));
}

TEST_P(UserManagementPage, gives_a_Centre_Admin_Edit_and_Delete_for_everybody_but_Delete_for_themselves) {
  const auto body = page(cast().here.admin);
  const auto own = std::to_underlying(cast().here.admin.account);
  EXPECT_THAT(body, HasSubstr(fmt::format("/users/{}/edit", own)));
  EXPECT_THAT(body, Not(HasSubstr(fmt::format("/users/{}/delete", own))));
  EXPECT_EQ(times(body, "/delete\""), 3U);
  EXPECT_THAT(body, HasSubstr("Delete Ivan Invigilator"));
}

TEST_P(UserManagementPage, gives_an_EO_Edit_but_not_of_a_Centre_Admin_and_no_Delete) {
  const auto body = page(cast().here.officer);
  const auto admin = std::to_underlying(cast().here.admin.account);
  EXPECT_THAT(body, Not(HasSubstr(fmt::format("/users/{}/edit", admin))));
  EXPECT_THAT(body, HasSubstr("Only a Centre Admin can change this account"));
  EXPECT_THAT(body, HasSubstr("Edit Ivan Invigilator"));
  EXPECT_EQ(times(body, "/delete\""), 0U);
}

TEST_P(UserManagementPage, finds_by_name_and_email_and_says_how_many) {
  add("Siân", "O'Neil", "so@here.example", "INV");
  const auto body = page(cast().here.officer, "?q=oneil");
  EXPECT_THAT(
      body, AllOf(HasSubstr("so@here.example"), HasSubstr("1 user"), Not(HasSubstr("leader@here.example"))));
  EXPECT_THAT(page(cast().here.officer, "?q=LEADER%40here"), HasSubstr("Lena Leader"));
}

TEST_P(UserManagementPage, filters_by_role_and_to_Centre_Admins) {
  const auto leaders = page(cast().here.officer, "?role=SLT");
  EXPECT_THAT(leaders, AllOf(HasSubstr("leader@here.example"), Not(HasSubstr("invigilator@here.example"))));
  EXPECT_THAT(leaders, HasSubstr("<option value=\"SLT\" selected>"));
  const auto admins = page(cast().here.officer, "?role=ADMIN");
  EXPECT_THAT(admins, AllOf(HasSubstr("admin@here.example"), Not(HasSubstr("officer@here.example"))));
}

TEST_P(UserManagementPage, that_finds_nobody_says_so_and_leads_back_to_all) {
  EXPECT_THAT(page(cast().here.officer, "?q=nobody+like+this"),
              AllOf(HasSubstr("No user matches"), HasSubstr("nobody like this"), HasSubstr("Show all users"),
                    Not(HasSubstr("<table"))));
}

TEST_P(UserManagementPage, shows_what_was_typed_as_text_wherever_it_stands) {
  add("<script>alert(1)</script>", "\"onmouseover=x", "x@here.example", "INV");
  for (const char* query : {"", "?q=%3Cscript%3E", "?q=%22%3E%3Cscript%3E&sort=%22%3E%3Cscript%3E"}) {
    const auto body = page(cast().here.officer, query);
    EXPECT_THAT(body, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(body, Not(HasSubstr("\"><script>")));
  }
  EXPECT_THAT(page(cast().here.officer), HasSubstr("&lt;script&gt;alert(1)"));
}

TEST_P(UserManagementPage, sorts_by_a_column_and_marks_it_and_turns_round_at_the_second_press) {
  const auto by_email = page(cast().here.officer, "?sort=email");
  EXPECT_LT(position(by_email, "admin@here.example"), position(by_email, "invigilator@here.example"));
  EXPECT_THAT(by_email,
              HasSubstr("aria-sort=\"ascending\"><a class=\"sort\" href=\"/users?sort=-email\">Email"));
  const auto turned = page(cast().here.officer, "?sort=-email");
  EXPECT_GT(position(turned, "admin@here.example"), position(turned, "invigilator@here.example"));
  EXPECT_THAT(turned,
              HasSubstr("aria-sort=\"descending\"><a class=\"sort\" href=\"/users?sort=email\">Email"));
}

TEST_P(UserManagementPage, with_a_sort_or_a_page_that_there_is_not_is_the_list_all_the_same) {
  for (const char* query : {"?sort=password_hash", "?page=9999", "?page=-1", "?page=x", "?role=KING",
                            "?added=999999", "?added=x", "?saved=1%27"}) {
    EXPECT_THAT(page(cast().here.officer, query), HasSubstr("4 users")) << query;
  }
}

TEST_P(UserManagementPage, shows_50_on_a_page_and_links_the_others_with_the_filters_kept) {
  database().write([&](db::Connection& c) {
    for (int i = 0; i < 60; ++i) {
      c.exec(
          "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, "
          "search_key, "
          "password_hash, must_change_password, created_at) VALUES (?, 'INV', 'Ann', 'Many', ?, ?, '4e', "
          "'ann many', "
          "'x', 1, 1)",
          cast().here.officer.centre, fmt::format("m{}@x.example", i), fmt::format("m{}@x.example", i));
    }
  });
  const auto first = page(cast().here.officer, "?q=many&sort=email");
  EXPECT_EQ(times(first, "Edit Ann Many"), 50U);
  EXPECT_THAT(first, HasSubstr("1-50 of 60 users"));
  EXPECT_THAT(first, HasSubstr("/users?q=many&amp;sort=email&amp;page=2"));
  EXPECT_EQ(times(page(cast().here.officer, "?q=many&sort=email&page=2"), "Edit Ann Many"), 10U);
}

TEST_P(UserManagementPage, shows_when_each_last_signed_in_or_never) {
  database().write([&](db::Connection& c) {
    c.exec("UPDATE account SET last_signed_in_at = ? WHERE id = ?", std::int64_t{1'795'442'700'000},
           cast().here.leader.account);
  });
  const auto body = page(cast().here.officer);
  EXPECT_THAT(body, HasSubstr(base::british_date_time(base::from_millis(1'795'442'700'000))));
  EXPECT_THAT(body, HasSubstr(">Never<"));
}

TEST_P(UserManagementPage, takes_a_handful_of_statements_however_many_rows_it_shows) {
  auto browser = signed_in(cast().here.officer);
  browser.get("/users");
  const auto before = database().statements_executed();
  browser.get("/users");
  EXPECT_LE(database().statements_executed() - before, 10U);
}

}  // namespace
}  // namespace accounts::pages
