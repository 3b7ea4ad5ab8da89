#include <gmock/gmock.h>

#include "support/page/test_browser.h"

namespace directory::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* good_password = "seven purple otters dance";

class CentreAdminPages : public test::PageTest {
 public:
  std::string here(std::string_view rest = "") {
    return fmt::format("/operator/centres/{}{}", std::to_underlying(cast().here.admin.centre), rest);
  }
  std::string admin(const access::Actor& actor, std::string_view rest = "") {
    return here(fmt::format("/admins/{}{}", std::to_underlying(actor.account), rest));
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, CentreAdminPages, test::both_databases(), test::database_name);

TEST_P(CentreAdminPages, appoint_an_exams_officer_by_email_who_then_owns_the_centres_accounts) {
  auto browser = hub_browser();
  const auto answer = browser.post(here("/admins/appoint"), {{"officer_email", " officer@here.example "}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body,
              AllOf(HasSubstr("is appointed"), HasSubstr("officer@here.example")));
  auto officer = signed_in(cast().here.officer);
  EXPECT_THAT(officer.get("/audit").body,
              AllOf(HasSubstr("Made somebody Centre Admin"), HasSubstr("Olive Operator")));
}

TEST_P(CentreAdminPages, appoint_nobody_of_another_role_or_centre) {
  auto browser = hub_browser();
  for (const char* email : {"leader@here.example", "officer@there.example", ""}) {
    const auto page = browser.post(here("/admins/appoint"), {{"officer_email", email}});
    EXPECT_EQ(page.status, 422) << email;
    EXPECT_THAT(page.body, HasSubstr("No exams officer of this centre signs in with this email")) << email;
  }
}

TEST_P(CentreAdminPages, add_somebody_new_who_chooses_a_password_at_the_first_sign_in) {
  auto browser = hub_browser();
  const test::FormFields nia{{"first_name", "Nia"},
                             {"last_name", "Newbury"},
                             {"email", "nia@here.example"},
                             {"password", good_password}};
  ASSERT_EQ(browser.post(here("/admins/add"), nia).status, 303);
  auto hers = stranger();
  EXPECT_EQ(hers.sign_in("nia@here.example", good_password).status, 303);
  EXPECT_THAT(hers.get("/users").location, HasSubstr("/account/password"));
  const auto again = browser.post(here("/admins/add"), nia);
  EXPECT_EQ(again.status, 422);
  EXPECT_THAT(again.body, HasSubstr("Somebody of this centre already signs in with this email"));
}

TEST_P(CentreAdminPages, refuse_a_password_built_on_the_centres_name) {
  const auto page = hub_browser().post(here("/admins/add"), {{"first_name", "Nia"},
                                                             {"last_name", "Newbury"},
                                                             {"email", "nia@here.example"},
                                                             {"password", "DemoHillSchool1"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("id=\"password-error\""), Not(HasSubstr("DemoHillSchool1"))));
}

TEST_P(CentreAdminPages, change_the_email_that_a_Centre_Admin_cannot_change_and_sign_them_out) {
  auto hers = signed_in(cast().here.admin);
  auto browser = hub_browser();
  EXPECT_THAT(browser.get(admin(cast().here.admin)).body, HasSubstr("value=\"admin@here.example\""));
  const auto answer =
      browser.post(admin(cast().here.admin), {{"email", "head@here.example"}, {"version", "1"}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body, HasSubstr("head@here.example"));
  EXPECT_EQ(hers.get("/users").status, 303);
  auto again = stranger();
  EXPECT_EQ(again.sign_in("head@here.example").status, 303);
  EXPECT_THAT(again.get("/audit").body, AllOf(HasSubstr("Changed a Centre Admin"),
                                              HasSubstr("<del class=\"was\">admin@here.example</del>")));
}

TEST_P(CentreAdminPages, set_a_password_for_a_Centre_Admin_who_lost_theirs) {
  auto browser = hub_browser();
  const test::FormFields fields{
      {"email", "admin@here.example"}, {"version", "1"}, {"password", good_password}};
  ASSERT_EQ(browser.post(admin(cast().here.admin), fields).status, 303);
  auto hers = stranger();
  EXPECT_EQ(hers.sign_in("admin@here.example", good_password).status, 303);
  EXPECT_THAT(hers.get("/users").location, HasSubstr("/account/password"));
}

TEST_P(CentreAdminPages, show_what_is_saved_to_whoever_comes_with_a_stale_form) {
  auto browser = hub_browser();
  const auto page =
      browser.post(admin(cast().here.admin), {{"email", "head@here.example"}, {"version", "9"}});
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, AllOf(HasSubstr("Nothing of yours is saved"), HasSubstr("admin@here.example"),
                               HasSubstr("value=\"head@here.example\"")));
}

TEST_P(CentreAdminPages, refuse_an_email_that_is_none_or_taken) {
  auto browser = hub_browser();
  for (const char* email : {"", "nonsense", "leader@there.example"}) {
    EXPECT_EQ(browser.post(admin(cast().here.admin), {{"email", email}, {"version", "1"}}).status, 422)
        << email;
  }
}

TEST_P(CentreAdminPages, reach_nobody_who_is_no_Centre_Admin_of_that_very_centre) {
  auto browser = hub_browser();
  for (const auto& actor :
       {cast().here.officer, cast().here.invigilator, cast().there.admin, cast().hub_operator}) {
    EXPECT_EQ(browser.get(admin(actor)).status, 404) << actor.name;
    EXPECT_EQ(browser.get(admin(actor, "/withdraw")).status, 404) << actor.name;
    EXPECT_EQ(browser.post(admin(actor), {{"email", "x@here.example"}, {"version", "1"}}).status, 404)
        << actor.name;
  }
}

TEST_P(CentreAdminPages, withdraw_one_with_the_typed_word_while_another_is_left) {
  auto browser = hub_browser();
  EXPECT_EQ(browser.post(admin(cast().here.admin, "/withdraw"), {{"confirm", "WITHDRAW"}}).status, 409)
      << "never without one";
  browser.post(here("/admins/appoint"), {{"officer_email", "officer@here.example"}});
  EXPECT_EQ(browser.post(admin(cast().here.admin, "/withdraw"), {{"confirm", "yes"}}).status, 422);
  const auto answer = browser.post(admin(cast().here.admin, "/withdraw"), {{"confirm", "WITHDRAW"}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body, Not(HasSubstr("admin@here.example")));
  auto former = signed_in(cast().here.admin);
  EXPECT_EQ(former.get("/audit").status, 403);
  EXPECT_EQ(former.get("/users").status, 200);
}

}  // namespace
}  // namespace directory::pages
