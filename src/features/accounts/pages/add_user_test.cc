#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "support/page/test_browser.h"

namespace accounts::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* good_password = "seven purple otters dance";

class AddUserPage : public test::PageTest {
 public:
  static test::FormFields sian() {
    return {{"first_name", "Siân"}, {"last_name", "O'Neil"},     {"email", "sian.oneil@here.example"},
            {"role", "INV"},        {"password", good_password}, {"declaration", "yes"}};
  }
  static test::FormFields sian_with(std::string_view field, std::string value) {
    auto fields = sian();
    for (auto& [name, old_value] : fields) {
      if (name == field) old_value = std::move(value);
    }
    return fields;
  }
  test::Answer add(const test::FormFields& fields) { return add_as(cast().here.officer, fields); }
  test::Answer add_as(const access::Actor& actor, const test::FormFields& fields) {
    auto browser = signed_in(actor);
    browser.get("/users/add");
    return browser.post("/users/add", fields);
  }
  std::int64_t accounts() {
    return database().read(
        [](db::Connection& c) { return c.exec("SELECT COUNT(*) FROM account").front().integer(0); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, AddUserPage, test::both_databases(), test::database_name);

TEST_P(AddUserPage, has_its_required_fields_starred_and_the_declaration_to_tick) {
  const auto page = signed_in(cast().here.officer).get("/users/add").body;
  for (const char* label : {"First name <span class=\"star\">*", "Last name <span class=\"star\">*",
                            "Role <span class=\"star\">*", "Password <span class=\"star\">*",
                            "Declaration <span class=\"star\">*"}) {
    EXPECT_THAT(page, HasSubstr(label));
  }
  EXPECT_THAT(page, AllOf(HasSubstr("acquired permission from each user"), HasSubstr("Ofqual, JCQ"),
                          HasSubstr("name=\"declaration\" value=\"yes\"")));
}

TEST_P(AddUserPage, after_Submit_shows_the_new_user_first_with_what_to_tell_them_and_never_the_password) {
  auto browser = signed_in(cast().here.officer);
  browser.get("/users/add");
  const auto answer = browser.post("/users/add", sian());
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(answer.location, StartsWith("/users?added="));
  const auto list = browser.follow(answer).body;
  EXPECT_THAT(list, AllOf(HasSubstr("now has an account"), HasSubstr("sign in with the email"),
                          HasSubstr("choose their own password when they first sign in"),
                          Not(HasSubstr(good_password))));
  EXPECT_LT(list.find("class=\"flash\""), list.find("admin@here.example"));
  EXPECT_THAT(list.substr(list.find("class=\"flash\""), 300), HasSubstr("O&#39;Neil"));
  EXPECT_THAT(list, HasSubstr("5 users"));
}

TEST_P(AddUserPage, makes_an_account_that_signs_in_and_must_first_choose_its_own_password) {
  ASSERT_EQ(add(sian()).status, 303);
  auto newcomer = stranger();
  ASSERT_EQ(newcomer.sign_in("sian.oneil@here.example", good_password).status, 303);
  EXPECT_EQ(newcomer.get("/").location, "/account/password");
}

TEST_P(AddUserPage, without_anything_says_what_each_field_needs_and_adds_nobody) {
  const auto before = accounts();
  const auto answer = add({});
  EXPECT_EQ(answer.status, 422);
  for (const char* message : {"Enter a first name.", "Enter a last name.", "Enter an email address.",
                              "Choose a role", "Enter a password.", "Tick the declaration"}) {
    EXPECT_THAT(answer.body, HasSubstr(message));
  }
  EXPECT_EQ(accounts(), before);
}

TEST_P(AddUserPage, keeps_what_was_typed_but_not_the_password_when_something_is_wrong) {
  const auto answer = add(sian_with("last_name", ""));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("value=\"Siân\""), HasSubstr("value=\"sian.oneil@here.example\""),
                                 HasSubstr("value=\"INV\" required checked"),
                                 HasSubstr("value=\"yes\" required checked"), Not(HasSubstr(good_password))));
}

TEST_P(AddUserPage, without_the_declaration_ticked_adds_nobody) {
  for (const char* value : {"", "no", "on"}) {
    const auto answer = add(sian_with("declaration", value));
    EXPECT_EQ(answer.status, 422) << value;
    EXPECT_THAT(answer.body, HasSubstr("Tick the declaration"));
  }
}

TEST_P(AddUserPage, refuses_a_weak_password_with_advice) {
  EXPECT_THAT(add(sian_with("password", "short")).body, HasSubstr("at least 12 characters"));
  EXPECT_THAT(add(sian_with("password", "password1234")).body, HasSubstr("too easy to guess"));
  EXPECT_THAT(add(sian_with("password", "SianONeil2026!")).body,
              HasSubstr("built on a name, the email or the centre"));
}

TEST_P(AddUserPage, names_who_of_the_centre_has_the_email_together_with_the_other_problems) {
  auto fields = sian_with("email", "Leader@Here.example");
  fields[0].second = "";
  const auto answer = add(fields);
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("Lena Leader is already a user of your centre"),
                                 HasSubstr("Enter a first name.")));
}

TEST_P(AddUserPage, tells_nothing_of_another_centres_user_but_that_the_email_is_registered) {
  const auto answer = add(sian_with("email", "leader@there.example"));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("already registered with the Hub"), Not(HasSubstr("Lena Leader")),
                                 Not(HasSubstr("Other Valley"))));
}

TEST_P(AddUserPage, ties_the_error_of_the_role_to_its_field) {
  EXPECT_THAT(add(sian_with("role", "")).body,
              HasSubstr("aria-describedby=\"role-error\" aria-invalid=\"true\""));
}

TEST_P(AddUserPage, gives_no_role_but_the_three_of_a_centre) {
  for (const char* role : {"OPERATOR", "ADMIN", "Centre Admin", ""}) {
    EXPECT_EQ(add(sian_with("role", role)).status, 422) << role;
  }
}

TEST_P(AddUserPage, takes_no_ownership_of_the_centre_from_the_form) {
  auto fields = sian_with("role", "EO");
  fields.emplace_back("centre_admin", "1");
  fields.emplace_back("centre_id", "2");
  ASSERT_EQ(add(fields).status, 303);
  const auto row = database().read([](db::Connection& c) {
    return c.exec("SELECT centre_admin, centre_id FROM account WHERE email_key = 'sian.oneil@here.example'")
        .front();
  });
  EXPECT_EQ(row.integer(0), 0);
  EXPECT_EQ(row.id<access::CentreId>(1), cast().here.officer.centre);
}

TEST_P(AddUserPage, is_refused_to_those_who_manage_no_users) {
  for (const auto& actor : {cast().here.leader, cast().here.invigilator, cast().hub_operator}) {
    EXPECT_EQ(add_as(actor, sian()).status, 403) << actor.name;
  }
}

TEST_P(AddUserPage, sent_without_the_sessions_token_adds_nobody) {
  const auto before = accounts();
  auto browser = signed_in(cast().here.officer);
  browser.use_csrf("somebody-elses-token");
  EXPECT_EQ(browser.post("/users/add", sian()).status, 403);
  EXPECT_EQ(accounts(), before);
}

}  // namespace
}  // namespace accounts::pages
