// The Hub's own audit, /operator/audit. What both audits' pages share is tried in audit_pages_test.cc.
#include <gmock/gmock.h>

#include "features/audit/audit.h"
#include "features/audit/audit_store.h"
#include "support/page/test_browser.h"

namespace test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class HubAuditPages : public PageTest {
 public:
  void add(const access::Actor& by, const audit::Action& action, std::string subject) {
    database().write(
        [&](db::Connection& c) { audit::record(c, by, {action, {"account", 1, std::move(subject)}, {}}); });
  }
  void add_in_centre(const audit::Action& action, std::string subject) {
    database().write([&](db::Connection& c) {
      audit::record_in_centre(c, cast().here.admin.centre, cast().hub_operator,
                              {action, {"centre", 1, std::move(subject)}, {{"Name", "Old", "New"}}});
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, HubAuditPages, both_databases(), database_name);

TEST_P(HubAuditPages, show_what_operators_did_and_in_which_centre) {
  add(cast().hub_operator, audit::action::assessment_published, "Exam room essentials");
  add_in_centre(audit::action::centre_renamed, "Renamed School");
  const auto page = hub_browser().get("/operator/audit");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Published an assessment"), HasSubstr("The Hub itself"),
                    HasSubstr("Renamed School"), HasSubstr("10001 <bdi>Demo Hill School</bdi></span>"),
                    HasSubstr("<del class=\"was\">Old</del>"), HasSubstr("href=\"/operator/audit\"")));
}

TEST_P(HubAuditPages, show_nothing_that_a_centres_people_did) {
  add(cast().here.officer, audit::action::account_added, "Ann Lee");
  auto browser = hub_browser();
  for (const auto* path : {"/operator/audit", "/operator/audit.csv"}) {
    EXPECT_THAT(browser.get(path).body, Not(HasSubstr("Ann Lee"))) << path;
  }
}

TEST_P(HubAuditPages, offer_only_actions_that_can_stand_there) {
  const auto page = hub_browser().get("/operator/audit").body;
  EXPECT_THAT(page,
              AllOf(HasSubstr("value=\"resource.published\""), HasSubstr("value=\"centre.closed\""),
                    Not(HasSubstr("value=\"account.deleted\"")), Not(HasSubstr("value=\"answers.viewed\""))));
  EXPECT_THAT(signed_in(cast().here.admin).get("/audit").body,
              AllOf(HasSubstr("value=\"account.deleted\""), Not(HasSubstr("value=\"resource.published\""))));
}

TEST_P(HubAuditPages, filter_by_action_person_and_day_and_keep_their_own_address) {
  add_in_centre(audit::action::centre_closed, "Closed School");
  add(cast().hub_operator, audit::action::resource_published, "A plan");
  auto browser = hub_browser();
  EXPECT_THAT(
      browser.get("/operator/audit?action=centre.closed").body,
      AllOf(HasSubstr("Closed School"), Not(HasSubstr("A plan")), HasSubstr("action=\"/operator/audit\""),
            HasSubstr("/operator/audit.xlsx?action=centre.closed")));
  EXPECT_THAT(browser.get("/operator/audit?person=plan").body,
              AllOf(HasSubstr("A plan"), Not(HasSubstr("Closed School"))));
  EXPECT_EQ(browser.get("/operator/audit?from=31%2F01%2F2020").status, 422);
  EXPECT_THAT(browser.get("/operator/audit?to=2020-01-31").body, HasSubstr("Nothing to show"));
}

TEST_P(HubAuditPages, download_with_the_centre_of_each_event) {
  add_in_centre(audit::action::centre_renamed, "=1+1");
  auto browser = hub_browser();
  const auto csv = browser.get("/operator/audit.csv?action=centre.renamed");
  EXPECT_EQ(csv.status, 200);
  EXPECT_THAT(csv.body,
              AllOf(HasSubstr("When (UTC),Who,What,To whom or what,Details,Centre number,Centre\r\n"),
                    HasSubstr(",'=1+1,Name: Old -> New,10001,Demo Hill School\r\n")));
  const auto xlsx = browser.get("/operator/audit.xlsx");
  EXPECT_THAT(xlsx.body, StartsWith("PK"));
  EXPECT_THAT(browser.get("/operator/audit").body, HasSubstr("Downloaded the audit"));
}

TEST_P(HubAuditPages, are_unknown_to_everybody_but_a_Hub_operator) {
  for (const auto& actor :
       {cast().here.admin, cast().here.officer, cast().here.leader, cast().here.invigilator}) {
    auto browser = signed_in(actor);
    for (const auto* path : {"/operator/audit", "/operator/audit.csv", "/operator/audit.xlsx"}) {
      EXPECT_EQ(browser.get(path).status, 404) << path;
    }
  }
}

TEST_P(HubAuditPages, leave_the_operators_visits_to_other_peoples_addresses_to_the_hub_itself) {
  auto browser = hub_browser();
  EXPECT_EQ(browser.get("/users").status, 403);
  EXPECT_THAT(browser.get("/operator/audit?action=power.refused").body,
              AllOf(HasSubstr("GET /users"), HasSubstr("Olive Operator")));
}

}  // namespace
}  // namespace test
