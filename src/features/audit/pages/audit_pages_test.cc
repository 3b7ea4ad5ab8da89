#include <gmock/gmock.h>

#include "features/audit/audit_store.h"
#include "support/page/test_browser.h"

namespace test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class AuditPagesTest : public PageTest {
 public:
  void add(const access::Actor& by, const audit::Action& action, std::string subject,
           std::vector<audit::Detail> details = {}) {
    database().write([&](db::Connection& c) {
      audit::record(c, by, {action, {"account", 1, std::move(subject)}, std::move(details)});
    });
  }
  TestBrowser admin() { return signed_in(cast().here.admin); }
};
INSTANTIATE_TEST_SUITE_P(Databases, AuditPagesTest, both_databases(), database_name);

TEST_P(AuditPagesTest, show_who_did_what_to_whom_with_old_and_new_values) {
  add(cast().here.officer, audit::action::account_edited, "Łukasz O'Neil <b>", {{"Role", "INV", "SLT"}});
  const auto page = admin().get("/audit");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr(cast().here.officer.name), HasSubstr("Changed a user&#39;s details"),
                    HasSubstr("Łukasz O&#39;Neil &lt;b&gt;"), HasSubstr("<del class=\"was\">INV</del>"),
                    HasSubstr("<ins class=\"is\">SLT</ins>")));
}

TEST_P(AuditPagesTest, show_nothing_of_another_centre) {
  add(cast().there.officer, audit::action::account_added, "Somebody Elsewhere");
  for (const auto* path : {"/audit", "/audit.csv"}) {
    EXPECT_THAT(admin().get(path).body, Not(HasSubstr("Somebody Elsewhere"))) << path;
  }
}

TEST_P(AuditPagesTest, are_for_centre_admins_only) {
  for (const auto& actor : {cast().here.officer, cast().here.leader, cast().here.invigilator}) {
    auto browser = signed_in(actor);
    for (const auto* path : {"/audit", "/audit.csv", "/audit.xlsx"})
      EXPECT_EQ(browser.get(path).status, 403) << path;
  }
}

TEST_P(AuditPagesTest, keep_that_a_page_was_refused) {
  signed_in(cast().here.invigilator).get("/users/5/edit");
  EXPECT_THAT(admin().get("/audit?action=power.refused").body,
              AllOf(HasSubstr(cast().here.invigilator.name), HasSubstr("GET /users/{id}/edit")));
}

TEST_P(AuditPagesTest, were_filled_by_whoever_asked_again_and_again_for_a_forbidden_page) {
  auto browser = signed_in(cast().here.invigilator);
  for (int i = 0; i < 333; ++i) EXPECT_EQ(browser.get("/users/5/edit").status, 403);
  browser.get("/audit");
  const auto rows = database().read([](db::Connection& c) {
    return c.exec("SELECT COUNT(*) FROM audit_event WHERE action = 'power.refused'").at(0).integer(0);
  });
  EXPECT_EQ(rows, 2) << "one for each page";
}

TEST_P(AuditPagesTest, filter_by_action_person_and_day) {
  add(cast().here.officer, audit::action::account_added, "Ann Lee");
  add(cast().here.officer, audit::action::account_deleted, "Ben Hall");
  auto browser = admin();
  EXPECT_THAT(browser.get("/audit?action=account.deleted").body,
              AllOf(HasSubstr("Ben Hall"), Not(HasSubstr("Ann Lee"))));
  EXPECT_THAT(browser.get("/audit?person=ann").body, AllOf(HasSubstr("Ann Lee"), Not(HasSubstr("Ben Hall"))));
  const auto today = base::iso_date(database().now());
  EXPECT_THAT(browser.get("/audit?from=" + today + "&to=" + today).body, HasSubstr("Ann Lee"));
  EXPECT_THAT(browser.get("/audit?to=2020-01-31").body,
              AllOf(Not(HasSubstr("Ann Lee")), HasSubstr("Nothing to show")));
}

TEST_P(AuditPagesTest, say_which_day_is_not_understood) {
  auto browser = admin();
  const auto page = browser.get("/audit?from=31%2F01%2F2020");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("Write the day as year-month-day"));
  EXPECT_THAT(browser.get("/audit?from=2020-02-01&to=2020-01-01").body,
              HasSubstr("The last day is before the first"));
  EXPECT_EQ(browser.get("/audit.csv?from=nonsense").status, 422);
}

TEST_P(AuditPagesTest, go_on_to_older_events_fifty_at_a_time_keeping_the_filters) {
  for (int i = 0; i < 60; ++i)
    add(cast().here.officer, audit::action::account_added, fmt::format("Person {:02}", i));
  auto browser = admin();
  const auto first = browser.get("/audit?action=account.added");
  EXPECT_THAT(first.body, AllOf(HasSubstr("Person 59"), HasSubstr("Person 10"), Not(HasSubstr("Person 09"))));
  const auto link = first.body.find("/audit?action=account.added&amp;older_than=");
  ASSERT_NE(link, std::string::npos);
  auto href = first.body.substr(link, first.body.find('"', link) - link);
  href.replace(href.find("&amp;"), 5, "&");
  EXPECT_THAT(browser.get(href).body,
              AllOf(HasSubstr("Person 09"), HasSubstr("Person 00"), Not(HasSubstr("Person 10"))));
}

TEST_P(AuditPagesTest, survive_any_page_position) {
  auto browser = admin();
  for (const auto* query :
       {"older_than=-1", "older_than=x", "newer_than=99999999999999999999", "older_than=1"}) {
    EXPECT_EQ(browser.get(std::string("/audit?") + query).status, 200) << query;
  }
}

TEST_P(AuditPagesTest, download_everything_as_csv_however_many_events) {
  database().write([&](db::Connection& c) {
    std::vector<audit::Event> events;
    for (int i = 0; i < 1'200; ++i)
      events.push_back({audit::action::account_added, {"account", i, "Ann, \"Lee\""}});
    audit::record_many(c, cast().here.officer, events);
  });
  const auto file = admin().get("/audit.csv?action=account.added");
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.header("content-type"), StartsWith("text/csv"));
  EXPECT_THAT(file.header("content-disposition"), HasSubstr("attachment"));
  EXPECT_THAT(file.body, StartsWith("\xEF\xBB\xBFWhen (UTC),Who,What,To whom or what,Details\r\n"));
  EXPECT_EQ(std::ranges::count(file.body, '\n'), 1'201);
  EXPECT_THAT(file.body, HasSubstr("\"Ann, \"\"Lee\"\"\""));
}

TEST_P(AuditPagesTest, download_no_formula) {
  add(cast().here.officer, audit::action::account_added, "=HYPERLINK(1)");
  EXPECT_THAT(admin().get("/audit.csv").body, HasSubstr(",'=HYPERLINK(1)"));
}

TEST_P(AuditPagesTest, download_as_excel) {
  add(cast().here.officer, audit::action::account_added, "Ann Lee");
  const auto file = admin().get("/audit.xlsx");
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.body, StartsWith("PK"));
  EXPECT_THAT(file.header("content-disposition"), HasSubstr(".xlsx"));
}

TEST_P(AuditPagesTest, keep_that_the_audit_was_downloaded) {
  auto browser = admin();
  browser.get("/audit.csv?person=ann");
  EXPECT_THAT(browser.get("/audit").body,
              AllOf(HasSubstr("Downloaded the audit"), HasSubstr("Filter person")));
}

}  // namespace
}  // namespace test
