#include <gmock/gmock.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/page/test_browser.h"

namespace directory::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* good_password = "seven purple otters dance";

class CentrePages : public test::PageTest {
 public:
  static test::FormFields new_centre(std::string number = "30003", std::string email = "nia@new.example") {
    return {{"number", std::move(number)}, {"name", "Ysgol Siân"},      {"first_name", "Nia"},
            {"last_name", "Newbury"},      {"email", std::move(email)}, {"password", good_password}};
  }
  std::string here(std::string_view rest = "") {
    return fmt::format("/operator/centres/{}{}", std::to_underlying(cast().here.admin.centre), rest);
  }
  std::string audit_of_here() {
    std::string all;
    for (const auto& row : database().read([&](db::Connection& c) {
           return c.exec(
               "SELECT action, actor_name, details FROM audit_event WHERE centre_id = ? ORDER BY id",
               cast().here.admin.centre);
         })) {
      all += row.text(0) + " " + row.text(1) + " " + row.text(2) + "\n";
    }
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, CentrePages, test::both_databases(), test::database_name);

TEST_P(CentrePages, list_every_centre_with_how_many_users_it_has) {
  const auto page = hub_browser().get("/operator/centres");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("Demo Hill School"), HasSubstr("Other Valley College"),
                               HasSubstr("2 centres"), HasSubstr("class=\"number\">4<")));
}

TEST_P(CentrePages, show_how_far_each_centre_is_in_the_list_and_by_assessment_and_role_on_its_page) {
  auto browser = hub_browser();
  EXPECT_THAT(browser.get("/operator/centres").body, HasSubstr("Nothing to take"));
  EXPECT_THAT(browser.get(here()).body, HasSubstr("no assessment for anybody of this centre yet"));
  const auto& ivan = cast().here.invigilator;
  database().write([&](db::Connection& c) {
    assessments::publish(c, test::assessment(), nullptr).value();
    for (const char* section : {"before", "during"}) {
      c.exec(
          "INSERT INTO section_result (account_id, centre_id, slug, year, section_key, started_at, "
          "passed_version, "
          "passed_at) VALUES (?, ?, 'exam-room-essentials', '2026/27', ?, 1, 1, 1000)",
          ivan.account, ivan.centre, section);
    }
  });
  EXPECT_THAT(browser.get("/operator/centres").body, AllOf(HasSubstr("1 of 3"), HasSubstr("0 of 3")));
  EXPECT_THAT(browser.get(here()).body,
              AllOf(HasSubstr("Exam room essentials"), HasSubstr("1 of 1"), HasSubstr("0 of 2")));
}

TEST_P(CentrePages, find_a_centre_by_name_or_number) {
  auto browser = hub_browser();
  EXPECT_THAT(browser.get("/operator/centres?q=valley").body,
              AllOf(HasSubstr("Other Valley College"), Not(HasSubstr("Demo Hill School"))));
  EXPECT_THAT(browser.get("/operator/centres?q=10001").body, HasSubstr("Demo Hill School"));
  EXPECT_THAT(browser.get("/operator/centres?q=nowhere").body, HasSubstr("No centre matches"));
}

TEST_P(CentrePages, name_no_user_of_a_centre_but_its_Centre_Admins) {
  auto browser = hub_browser();
  for (const auto& path : {std::string("/operator/centres"), here(), here("/close"), here("/admins/add")}) {
    EXPECT_THAT(browser.get(path).body, AllOf(Not(HasSubstr("leader@")), Not(HasSubstr("Ivan Invigilator"))))
        << path;
  }
  EXPECT_THAT(browser.get(here()).body, HasSubstr("admin@here.example"));
}

TEST_P(CentrePages, add_a_centre_whose_Centre_Admin_then_signs_in_and_chooses_a_password) {
  auto browser = hub_browser();
  const auto answer = browser.post("/operator/centres/add", new_centre());
  ASSERT_EQ(answer.status, 303) << answer.body;
  EXPECT_THAT(
      browser.follow(answer).body,
      AllOf(HasSubstr("The centre is added"), HasSubstr("nia@new.example"), Not(HasSubstr(good_password))));
  auto nia = stranger();
  EXPECT_EQ(nia.sign_in("nia@new.example", good_password).status, 303);
  EXPECT_THAT(nia.get("/users").location, HasSubstr("/account/password"));
}

TEST_P(CentrePages, refuse_a_centre_with_everything_that_is_wrong_at_once_and_keep_what_was_typed) {
  auto browser = hub_browser();
  auto fields = new_centre("123", "not an email");
  fields.back().second = "short";
  const auto page = browser.post("/operator/centres/add", fields);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("id=\"number-error\""), HasSubstr("id=\"email-error\""),
                               HasSubstr("id=\"password-error\""), HasSubstr("value=\"Newbury\""),
                               HasSubstr("value=\"Ysgol Siân\"")));
}

TEST_P(CentrePages, refuse_a_number_or_an_email_that_is_taken) {
  auto browser = hub_browser();
  EXPECT_THAT(browser.post("/operator/centres/add", new_centre("10001")).body,
              HasSubstr("already in the Hub"));
  EXPECT_THAT(browser.post("/operator/centres/add", new_centre("30003", "leader@here.example")).body,
              HasSubstr("already signs in with this email"));
  EXPECT_THAT(browser.get("/operator/centres?q=30003").body, HasSubstr("No centre matches"));
}

TEST_P(CentrePages, rename_a_centre_for_everybody_of_it) {
  auto browser = hub_browser();
  EXPECT_EQ(browser.post(here("/edit"), {{"name", ""}}).status, 422);
  const auto answer = browser.post(here("/edit"), {{"name", "Demo Hill Academy"}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body,
              AllOf(HasSubstr("The name is saved"), HasSubstr("Demo Hill Academy")));
  EXPECT_THAT(signed_in(cast().here.invigilator).get("/").body, HasSubstr("Demo Hill Academy"));
  EXPECT_THAT(audit_of_here(), HasSubstr("centre.renamed Olive Operator (Hub operator)"));
}

TEST_P(CentrePages, close_a_centre_at_once_only_with_the_typed_word_and_open_it_again) {
  auto officer = signed_in(cast().here.officer);
  auto browser = hub_browser();
  EXPECT_EQ(browser.post(here("/close"), {{"keep_until", "2999-08-31"}, {"confirm", "close"}}).status, 422);
  EXPECT_EQ(browser.post(here("/close"), {{"keep_until", "2001-08-31"}, {"confirm", "CLOSE"}}).status, 422);
  EXPECT_EQ(officer.get("/users").status, 200);

  const auto answer = browser.post(here("/close"), {{"keep_until", "2999-08-31"}, {"confirm", "CLOSE"}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body, HasSubstr("kept until 31 August 2999"));
  EXPECT_EQ(officer.get("/users").status, 303) << "signed out";
  EXPECT_NE(stranger().sign_in("officer@here.example").status, 303);
  EXPECT_THAT(browser.get("/operator/centres?state=closed").body,
              AllOf(HasSubstr("Demo Hill School"), Not(HasSubstr("Other Valley"))));

  EXPECT_THAT(browser.follow(browser.post(here("/reopen"))).body, HasSubstr("open again"));
  EXPECT_EQ(officer.get("/users").status, 303) << "whoever was signed in signs in again";
  EXPECT_EQ(stranger().sign_in("officer@here.example").status, 303);
}

TEST_P(CentrePages, sign_out_nobody_of_another_centre_when_one_closes) {
  auto theirs = signed_in(cast().there.officer);
  auto browser = hub_browser();
  ASSERT_EQ(browser.post(here("/close"), {{"keep_until", "2999-08-31"}, {"confirm", "CLOSE"}}).status, 303);
  EXPECT_EQ(theirs.get("/users").status, 200);
  EXPECT_EQ(browser.get(here()).status, 200);
}

TEST_P(CentrePages, move_the_day_until_which_a_closed_centres_data_are_kept) {
  auto browser = hub_browser();
  EXPECT_EQ(browser.get(here("/keep")).status, 409) << "an open centre's data are kept anyway";
  browser.post(here("/close"), {{"keep_until", "2999-08-31"}, {"confirm", "CLOSE"}});
  EXPECT_THAT(browser.get(here("/keep")).body, HasSubstr("value=\"2999-08-31\""));
  const auto refused = browser.post(here("/keep"), {{"keep_until", "2001-08-31"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("value=\"2001-08-31\""));
  const auto answer = browser.post(here("/keep"), {{"keep_until", "2999-09-30"}});
  ASSERT_EQ(answer.status, 303);
  EXPECT_THAT(browser.follow(answer).body,
              AllOf(HasSubstr("The day is saved"), HasSubstr("kept until 30 September 2999")));
  EXPECT_THAT(audit_of_here(), HasSubstr("centre.kept Olive Operator (Hub operator)"));
}

TEST_P(CentrePages, know_no_centre_that_is_not_there) {
  auto browser = hub_browser();
  for (const char* path : {"/operator/centres/999", "/operator/centres/x", "/operator/centres/999/edit"}) {
    EXPECT_EQ(browser.get(path).status, 404) << path;
  }
  EXPECT_EQ(browser.post("/operator/centres/999/reopen").status, 404);
}

TEST_P(CentrePages, are_unknown_to_everybody_but_a_Hub_operator) {
  const auto& c = cast();
  for (const auto& actor : {c.here.admin, c.here.officer, c.here.leader, c.here.invigilator, c.there.admin}) {
    auto browser = signed_in(actor);
    EXPECT_EQ(browser.get("/operator/centres").status, 404) << actor.name;
    EXPECT_EQ(browser.get(here()).status, 404) << actor.name;
    EXPECT_EQ(browser.post(here("/edit"), {{"name", "Mine"}}).status, 404) << actor.name;
    EXPECT_THAT(browser.get("/").body, Not(HasSubstr("/operator/"))) << actor.name;
  }
}

}  // namespace
}  // namespace directory::pages
