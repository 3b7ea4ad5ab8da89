#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "support/page/test_browser.h"

namespace accounts::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class EditUserPage : public test::PageTest {
 public:
  static std::string edit_of(const access::Actor& actor) {
    return fmt::format("/users/{}/edit", std::to_underlying(actor.account));
  }
  std::string ivans_page() const { return edit_of(cast().here.invigilator); }
  static test::FormFields ivan(std::string last_name = "Invigilator", std::string version = "1") {
    return {{"first_name", "Ivan"},
            {"last_name", std::move(last_name)},
            {"email", "invigilator@here.example"},
            {"role", "INV"},
            {"password", ""},
            {"version", std::move(version)}};
  }
  static test::FormFields ivan_with(std::string_view field, std::string value) {
    auto fields = ivan();
    for (auto& [name, old_value] : fields) {
      if (name == field) old_value = std::move(value);
    }
    return fields;
  }
  test::Answer edit_as(const access::Actor& actor, const std::string& address,
                       const test::FormFields& fields) {
    auto browser = signed_in(actor);
    browser.get(address);
    return browser.post(address, fields);
  }
  std::string stored(std::string_view column, const access::Actor& actor) {
    return database().read([&](db::Connection& c) {
      return c.exec("SELECT " + std::string(column) + " FROM account WHERE id = ?", actor.account)
          .front()
          .text(0);
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, EditUserPage, test::both_databases(), test::database_name);

TEST_P(EditUserPage, shows_the_details_there_are_and_never_a_password) {
  const auto page = signed_in(cast().here.officer).get(ivans_page()).body;
  EXPECT_THAT(page, AllOf(HasSubstr("value=\"Ivan\""), HasSubstr("value=\"Invigilator\""),
                          HasSubstr("value=\"invigilator@here.example\""),
                          HasSubstr("value=\"INV\" required checked"),
                          HasSubstr("name=\"version\" value=\"1\""), Not(HasSubstr("argon2"))));
}

TEST_P(EditUserPage, shows_who_added_the_user_when_and_what_they_declared) {
  auto browser = signed_in(cast().here.officer);
  browser.get("/users/add");
  const auto added = browser.post("/users/add", {{"first_name", "Siân"},
                                                 {"last_name", "Jones"},
                                                 {"email", "s@here.example"},
                                                 {"role", "INV"},
                                                 {"password", "seven purple otters dance"},
                                                 {"declaration", "yes"}});
  const auto id = added.location.substr(added.location.find('=') + 1);
  EXPECT_THAT(signed_in(cast().here.admin).get("/users/" + id + "/edit").body,
              AllOf(HasSubstr(base::british_date(database().now())), HasSubstr("by <bdi>Oscar Officer</bdi>"),
                    HasSubstr("What was declared then (version 1)"),
                    HasSubstr("acquired permission from each user")));
  EXPECT_THAT(signed_in(cast().here.admin).get(ivans_page()).body, Not(HasSubstr("What was declared then")));
}

TEST_P(EditUserPage, saves_and_shows_the_user_first) {
  auto browser = signed_in(cast().here.officer);
  browser.get(ivans_page());
  const auto answer = browser.post(ivans_page(), ivan("Watchful"));
  ASSERT_EQ(answer.status, 303);
  const auto list = browser.follow(answer).body;
  EXPECT_THAT(list, HasSubstr("The details of Ivan Watchful are saved."));
  EXPECT_LT(list.find("class=\"flash\""), list.find("admin@here.example"));
}

TEST_P(EditUserPage, with_an_empty_password_keeps_the_one_there_is) {
  ASSERT_EQ(edit_as(cast().here.officer, ivans_page(), ivan("Watchful")).status, 303);
  EXPECT_EQ(stranger().sign_in("invigilator@here.example").status, 303);
}

TEST_P(EditUserPage, with_a_new_password_signs_the_user_out_and_asks_them_for_their_own_at_the_next_sign_in) {
  auto ivans = signed_in(cast().here.invigilator);
  ASSERT_EQ(ivans.get("/").status, 200);
  ASSERT_EQ(
      edit_as(cast().here.officer, ivans_page(), ivan_with("password", "seven purple otters dance")).status,
      303);
  EXPECT_EQ(ivans.get("/").status, 303);
  auto again = stranger();
  ASSERT_EQ(again.sign_in("invigilator@here.example", "seven purple otters dance").status, 303);
  EXPECT_EQ(again.get("/").location, "/account/password");
}

TEST_P(EditUserPage, with_another_role_signs_the_user_out) {
  auto ivans = signed_in(cast().here.invigilator);
  ASSERT_EQ(ivans.get("/").status, 200);
  ASSERT_EQ(edit_as(cast().here.officer, ivans_page(), ivan_with("role", "SLT")).status, 303);
  EXPECT_EQ(ivans.get("/").status, 303);
}

TEST_P(EditUserPage, refuses_a_weak_password_and_keeps_what_was_typed) {
  auto fields = ivan_with("password", "password1234");
  fields[1].second = "Watchful";
  const auto answer = edit_as(cast().here.officer, ivans_page(), fields);
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("too easy to guess"), HasSubstr("value=\"Watchful\""),
                                 Not(HasSubstr("password1234"))));
}

TEST_P(EditUserPage, shows_an_EO_the_email_as_the_Centre_Admins_to_change_and_refuses_it) {
  EXPECT_THAT(signed_in(cast().here.officer).get(ivans_page()).body,
              AllOf(HasSubstr("Only a Centre Admin can change an email address."), HasSubstr(" readonly")));
  EXPECT_EQ(edit_as(cast().here.officer, ivans_page(), ivan_with("email", "new@here.example")).status, 403);
  EXPECT_EQ(stored("email", cast().here.invigilator), "invigilator@here.example");
}

TEST_P(EditUserPage, of_an_account_whose_email_would_not_be_taken_today_changes_the_rest) {
  const std::string old = "ivan@field.example/";
  database().write([&](db::Connection& c) {
    c.exec("UPDATE account SET email = ?, email_key = ? WHERE id = ?", old, old,
           cast().here.invigilator.account);
  });
  auto fields = ivan_with("email", old);
  fields[1].second = "Inman";
  EXPECT_EQ(edit_as(cast().here.officer, ivans_page(), fields).status, 303);
  EXPECT_EQ(stored("last_name", cast().here.invigilator), "Inman");
}

TEST_P(EditUserPage, refuses_an_address_that_nobody_could_sign_in_with) {
  const auto answer =
      edit_as(cast().here.admin, ivans_page(), ivan_with("email", "zoe.o\u2019neil@field.example"));
  EXPECT_EQ(answer.status, 422);
  EXPECT_THAT(answer.body, HasSubstr("The email holds \u201C\u2019\u201D (U+2019)"));
}

TEST_P(EditUserPage, lets_a_Centre_Admin_change_an_email_exactly_as_typed) {
  ASSERT_EQ(edit_as(cast().here.admin, ivans_page(), ivan_with("email", "Ivan.New@Here.example")).status,
            303);
  EXPECT_EQ(stored("email", cast().here.invigilator), "Ivan.New@Here.example");
}

TEST_P(EditUserPage, shows_a_Centre_Admin_the_support_address_for_their_own_email_and_refuses_it) {
  const auto own = edit_of(cast().here.admin);
  EXPECT_THAT(signed_in(cast().here.admin).get(own).body, HasSubstr("contact@theexamsoffice.com"));
  const auto answer = edit_as(
      cast().here.admin, own,
      {{"first_name", "Asha"}, {"last_name", "Admin"}, {"email", "new@here.example"}, {"version", "1"}});
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(stored("email", cast().here.admin), "admin@here.example");
}

TEST_P(EditUserPage, of_ones_own_account_changes_no_role_and_no_password) {
  const auto own = edit_of(cast().here.officer);
  const auto page = signed_in(cast().here.officer).get(own).body;
  EXPECT_THAT(page, AllOf(HasSubstr("You cannot change your own role."),
                          HasSubstr("href=\"/account/password\""), Not(HasSubstr("name=\"password\""))));
  const test::FormFields me{{"first_name", "Oscar"}, {"last_name", "Officer"}, {"version", "1"}};
  auto demoted = me;
  demoted.emplace_back("role", "INV");
  EXPECT_EQ(edit_as(cast().here.officer, own, demoted).status, 403);
  auto with_password = me;
  with_password.emplace_back("password", "seven purple otters dance");
  EXPECT_EQ(edit_as(cast().here.officer, own, with_password).status, 422);
}

TEST_P(EditUserPage, of_a_Centre_Admin_is_refused_to_an_EO_both_ways) {
  const auto admins = edit_of(cast().here.admin);
  EXPECT_EQ(signed_in(cast().here.officer).get(admins).status, 403);
  EXPECT_EQ(
      edit_as(cast().here.officer, admins, {{"password", "seven purple otters dance"}, {"version", "1"}})
          .status,
      403);
}

TEST_P(EditUserPage, of_another_centres_user_is_not_found_exactly_like_one_that_never_was) {
  for (const auto& address :
       {edit_of(cast().there.invigilator), std::string("/users/999999/edit"), std::string("/users/0/edit"),
        std::string("/users/x/edit"), edit_of(cast().hub_operator)}) {
    EXPECT_EQ(signed_in(cast().here.admin).get(address).status, 404) << address;
    EXPECT_EQ(edit_as(cast().here.admin, address, ivan()).status, 404) << address;
  }
}

TEST_P(EditUserPage, by_a_second_person_shows_the_changed_form_with_both_values_and_saves_nothing) {
  ASSERT_EQ(edit_as(cast().here.officer, ivans_page(), ivan("Davies")).status, 303);
  const auto answer = edit_as(cast().here.admin, ivans_page(), ivan("Evans", "1"));
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("Someone else changed Ivan Davies"), HasSubstr("value=\"Evans\""),
                                 HasSubstr("Saved meanwhile: <ins class=\"is\">Davies</ins>"),
                                 HasSubstr("name=\"version\" value=\"2\"")));
  EXPECT_EQ(stored("last_name", cast().here.invigilator), "Davies");
  EXPECT_EQ(edit_as(cast().here.admin, ivans_page(), ivan("Evans", "2")).status, 303);
  EXPECT_EQ(stored("last_name", cast().here.invigilator), "Evans");
}

TEST_P(EditUserPage, without_a_version_is_a_conflict) {
  auto fields = ivan("Evans");
  fields.pop_back();
  EXPECT_EQ(edit_as(cast().here.admin, ivans_page(), fields).status, 409);
}

}  // namespace
}  // namespace accounts::pages
