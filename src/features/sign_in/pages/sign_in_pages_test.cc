#include <gmock/gmock.h>

#include "support/page/test_browser.h"

namespace test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* new_password = "violet kettle orbit 47 lantern";
constexpr const char* email = "officer@here.example";

class SignInPagesTest : public PageTest {
 public:
  TestBrowser officer() { return signed_in(cast().here.officer); }
  void run(std::string_view sql, db::Value value) {
    database().write([&](db::Connection& c) { c.exec_values(sql, std::span(&value, 1)); });
  }
  static bool is_open(TestBrowser& browser) { return browser.get("/").status == 200; }
  static Answer change(TestBrowser& browser, const std::string& current, const std::string& chosen,
                       const std::string& confirmed) {
    browser.get("/account/password");
    return browser.post(
        "/account/password",
        {{"current_password", current}, {"new_password", chosen}, {"confirm_password", confirmed}});
  }
  static std::string first_handle(const std::string& page) {
    const auto at = page.find("/account/sessions/");
    return page.substr(at + 18, 16);
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, SignInPagesTest, both_databases(), database_name);

TEST_P(SignInPagesTest, sign_a_person_in_and_go_home) {
  auto browser = stranger();
  const auto answer = browser.sign_in(email);
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.location, "/");
  EXPECT_THAT(browser.get("/").body, HasSubstr("Oscar Officer"));
}

TEST_P(SignInPagesTest, give_a_cookie_that_scripts_and_other_sites_cannot_use) {
  auto browser = stranger();
  const auto cookie = browser.sign_in(email).header("set-cookie");
  EXPECT_THAT(cookie, AllOf(HasSubstr("session="), HasSubstr("HttpOnly"), HasSubstr("SameSite=Lax"),
                            HasSubstr("Path=/")));
  EXPECT_THAT(cookie, Not(HasSubstr("Secure")));
}

TEST_P(SignInPagesTest, give_a_host_cookie_that_is_only_sent_encrypted_where_the_address_is_https) {
  base::WorkPool heavy(1, 10);
  app::Hub secure(database(), heavy, {.public_url = "https://hub.example"});
  TestBrowser browser(secure.dispatcher());
  EXPECT_THAT(browser.sign_in(email).header("set-cookie"),
              AllOf(HasSubstr("__Host-session="), HasSubstr("Secure")));
}

TEST_P(SignInPagesTest, say_the_same_for_a_wrong_password_and_an_unknown_email) {
  auto browser = stranger();
  const auto wrong = browser.sign_in(email, "wrong");
  const auto unknown = browser.sign_in("nobody@here.example", "wrong");
  for (const auto& page : {wrong, unknown}) {
    EXPECT_EQ(page.status, 422);
    EXPECT_THAT(page.body, AllOf(HasSubstr("The email or the password is not right"),
                                 Not(HasSubstr("value=\"wrong\""))));
  }
  EXPECT_THAT(wrong.body, HasSubstr("value=\"officer@here.example\""));
}

TEST_P(SignInPagesTest, hold_back_a_right_password_after_ten_wrong_ones_and_say_how_long) {
  auto browser = stranger();
  for (int i = 0; i < 10; ++i) EXPECT_EQ(browser.sign_in(email, "wrong").status, 422);
  const auto page = browser.sign_in(email);
  EXPECT_EQ(page.status, 429);
  EXPECT_GT(std::stoi(page.header("retry-after")), 240);
  EXPECT_THAT(page.body, HasSubstr("You can try again in 5 minutes"));
  EXPECT_FALSE(is_open(browser));
}

TEST_P(SignInPagesTest, go_on_to_the_page_that_was_asked_for) {
  auto browser = stranger();
  const auto away = browser.get("/account/sessions");
  EXPECT_EQ(away.location, "/sign-in?next=%2Faccount%2Fsessions");
  EXPECT_THAT(browser.follow(away).body, HasSubstr("name=\"next\" value=\"/account/sessions\""));
  const auto answer = browser.post(
      "/sign-in", {{"email", email}, {"password", cast_password}, {"next", "/account/sessions"}});
  EXPECT_EQ(answer.location, "/account/sessions");
}

TEST_P(SignInPagesTest, go_on_to_no_other_site) {
  for (const auto* next :
       {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil"}) {
    auto browser = stranger();
    EXPECT_THAT(browser.get(std::string("/sign-in?next=") + next).body, Not(HasSubstr("evil"))) << next;
    EXPECT_EQ(
        browser.post("/sign-in", {{"email", email}, {"password", cast_password}, {"next", next}}).location,
        "/")
        << next;
  }
}

TEST_P(SignInPagesTest, send_home_whoever_is_signed_in_already) {
  auto browser = officer();
  EXPECT_EQ(browser.get("/sign-in").location, "/");
}

TEST_P(SignInPagesTest, give_a_new_token_at_each_sign_in_and_end_the_old_one) {
  auto browser = stranger();
  browser.sign_in(email);
  const auto old = browser;
  browser.sign_in(email);
  auto replayed = old;
  EXPECT_FALSE(is_open(replayed));
  EXPECT_TRUE(is_open(browser));
}

TEST_P(SignInPagesTest, sign_out_at_once) {
  auto browser = officer();
  auto copy = browser;
  browser.get("/");
  EXPECT_EQ(browser.post("/sign-out").location, "/sign-in");
  EXPECT_FALSE(is_open(browser));
  EXPECT_FALSE(is_open(copy));
}

TEST_P(SignInPagesTest, left_the_cookie_where_signing_out_could_not_be_written) {
  auto browser = officer();
  browser.get("/");
  refuse_changes_of("session");
  const auto answer = browser.post("/sign-out");
  EXPECT_EQ(answer.location, "/sign-in");
  EXPECT_THAT(answer.header("set-cookie"), AllOf(HasSubstr("session=;"), HasSubstr("Max-Age=0")));
  EXPECT_FALSE(is_open(browser));
}

TEST_P(SignInPagesTest, left_in_the_browser_what_was_kept_of_the_pages) {
  auto browser = officer();
  browser.get("/");
  EXPECT_EQ(browser.post("/sign-out").header("clear-site-data"), "\"cache\", \"storage\"");
  EXPECT_EQ(browser.get("/users").header("clear-site-data"), "")
      << "answers not saved wait for who comes back";
}

TEST_P(SignInPagesTest, sign_out_after_half_an_hour_without_use) {
  auto browser = officer();
  run("UPDATE session SET last_seen_at = last_seen_at - ?", 30 * 60 * 1000);
  EXPECT_FALSE(is_open(browser));
}

TEST_P(SignInPagesTest, write_nothing_while_a_person_reads_page_after_page) {
  auto browser = officer();
  browser.get("/");
  const auto seen = [&] {
    return database().read(
        [](db::Connection& c) { return c.exec("SELECT MAX(last_seen_at) FROM session").front().integer(0); });
  };
  const auto before = seen();
  for (int i = 0; i < 5; ++i) browser.get("/");
  EXPECT_EQ(seen(), before);
  run("UPDATE session SET last_seen_at = last_seen_at - ?", 61 * 1000);
  browser.get("/");
  EXPECT_GE(seen(), before);
}

TEST_P(SignInPagesTest, extend_a_session_when_asked) {
  auto browser = officer();
  browser.get("/");
  run("UPDATE session SET last_seen_at = last_seen_at - ?", 29 * 60 * 1000);
  EXPECT_EQ(browser.post("/account/sessions/extend").status, 204);
  run("UPDATE session SET last_seen_at = last_seen_at - ?", 29 * 60 * 1000);
  EXPECT_TRUE(is_open(browser));
}

TEST_P(SignInPagesTest, ask_for_an_own_password_before_anything_else) {
  run("UPDATE account SET must_change_password = 1 WHERE id = ?", cast().here.officer.account);
  auto browser = officer();
  for (const auto* path : {"/", "/users", "/help", "/account/sessions"}) {
    EXPECT_EQ(browser.get(path).location, "/account/password") << path;
  }
  EXPECT_THAT(browser.get("/account/password").body, HasSubstr("Choose your own password"));
  EXPECT_EQ(change(browser, cast_password, new_password, new_password).status, 303);
  EXPECT_TRUE(is_open(browser));
}

TEST_P(SignInPagesTest, change_a_password_and_sign_out_everywhere_else) {
  auto browser = officer();
  auto elsewhere = officer();
  auto copy = browser;
  const auto answer = change(browser, cast_password, new_password, new_password);
  EXPECT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body, HasSubstr("Your password is changed"));
  EXPECT_FALSE(is_open(elsewhere));
  EXPECT_FALSE(is_open(copy)) << "the token of before the change";
  EXPECT_EQ(stranger().sign_in(email).status, 422);
  EXPECT_EQ(stranger().sign_in(email, new_password).status, 303);
}

TEST_P(SignInPagesTest, say_beside_each_field_what_is_wrong_with_a_new_password) {
  auto browser = officer();
  const auto page = change(browser, cast_password, "short", "other");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("new_password-error"), HasSubstr("confirm_password-error"),
                    Not(HasSubstr("current_password-error\">")), Not(HasSubstr("value=\"short\""))));
  EXPECT_THAT(change(browser, "wrong", new_password, new_password).body,
              HasSubstr("This is not the password that you use now"));
}

TEST_P(SignInPagesTest, hold_back_guesses_at_the_current_password_too) {
  auto browser = officer();
  for (int i = 0; i < 10; ++i) EXPECT_EQ(change(browser, "wrong", new_password, new_password).status, 422);
  const auto page = change(browser, cast_password, new_password, new_password);
  EXPECT_EQ(page.status, 429);
  EXPECT_FALSE(page.header("retry-after").empty());
}

TEST_P(SignInPagesTest, list_where_a_person_is_signed_in_without_the_keys) {
  auto browser = officer();
  browser.set_header("user-agent", "Mozilla/5.0 (Windows NT 10.0; rv:132.0) Gecko/20100101 Firefox/132.0");
  browser.sign_in(email);
  officer();
  const auto page = browser.get("/account/sessions");
  EXPECT_THAT(page.body, AllOf(HasSubstr("Firefox on Windows"), HasSubstr("This browser"),
                               HasSubstr("Sign out everywhere else")));
  for (const auto& row :
       database().read([](db::Connection& c) { return c.exec("SELECT token_hash FROM session"); })) {
    EXPECT_THAT(page.body, Not(HasSubstr(row.text(0))));
  }
}

TEST_P(SignInPagesTest, end_one_other_session) {
  auto elsewhere = officer();
  const auto handle = first_handle(elsewhere.get("/account/sessions").body);
  auto browser = officer();
  browser.get("/account/sessions");
  EXPECT_EQ(browser.post("/account/sessions/" + handle + "/end").location, "/account/sessions?done=one");
  EXPECT_FALSE(is_open(elsewhere));
  EXPECT_TRUE(is_open(browser));
}

TEST_P(SignInPagesTest, end_this_session_from_the_list) {
  auto browser = officer();
  const auto handle = first_handle(browser.get("/account/sessions").body);
  EXPECT_EQ(browser.post("/account/sessions/" + handle + "/end").location, "/sign-in");
  EXPECT_FALSE(is_open(browser));
}

TEST_P(SignInPagesTest, end_all_other_sessions) {
  auto elsewhere = officer();
  auto browser = officer();
  browser.get("/account/sessions");
  EXPECT_EQ(browser.post("/account/sessions/end-others").status, 303);
  EXPECT_FALSE(is_open(elsewhere));
  EXPECT_TRUE(is_open(browser));
}

TEST_P(SignInPagesTest, let_nobody_end_the_session_of_another) {
  auto victim = officer();
  const auto handle = first_handle(victim.get("/account/sessions").body);
  auto admin = signed_in(cast().here.admin);
  admin.get("/account/sessions");
  EXPECT_EQ(admin.post("/account/sessions/" + handle + "/end").status, 404);
  EXPECT_TRUE(is_open(victim));
}

TEST_P(SignInPagesTest, show_each_role_what_it_can_do) {
  EXPECT_THAT(signed_in(cast().here.admin).get("/").body,
              AllOf(HasSubstr("href=\"/users/upload\""), HasSubstr("href=\"/audit\"")));
  EXPECT_THAT(officer().get("/").body,
              AllOf(HasSubstr("href=\"/users/add\""), Not(HasSubstr("href=\"/audit\""))));
  for (const auto& actor : {cast().here.leader, cast().here.invigilator, cast().hub_operator}) {
    EXPECT_THAT(signed_in(actor).get("/").body,
                AllOf(Not(HasSubstr("href=\"/users")), Not(HasSubstr("href=\"/audit\"")),
                      HasSubstr("href=\"/account/password\"")));
  }
}

TEST_P(SignInPagesTest, help_each_role_with_what_it_can_do) {
  EXPECT_THAT(officer().get("/help").body,
              AllOf(HasSubstr("Create many accounts"), HasSubstr("Only a Centre Admin can"),
                    Not(HasSubstr("Delete a user")), HasSubstr("contact@theexamsoffice.com")));
  EXPECT_THAT(signed_in(cast().here.admin).get("/help").body, HasSubstr("Delete a user"));
  EXPECT_THAT(signed_in(cast().here.invigilator).get("/help").body,
              AllOf(Not(HasSubstr("Create one account")), HasSubstr("Your password")));
}

TEST_P(SignInPagesTest, goes_on_reading_where_last_seen_cannot_be_written) {
  auto browser = officer();
  run("UPDATE session SET last_seen_at = last_seen_at - ?", 61 * 1000);
  refuse_changes_of("session");
  EXPECT_EQ(browser.get("/users").status, 200);
}

TEST_P(SignInPagesTest, home_leads_an_operator_to_the_academic_years_as_the_menu_does) {
  EXPECT_THAT(signed_in(cast().hub_operator).get("/").body,
              HasSubstr("<a class=\"tile\" href=\"/operator/years\">"));
}

}  // namespace
}  // namespace test
