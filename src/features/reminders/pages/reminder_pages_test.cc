#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/day.h"
#include "documents/spreadsheet.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/certificates/certificate_store.h"
#include "support/page/test_browser.h"

namespace reminders {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class ReminderPages : public test::PageTest {
 public:
  ReminderPages() { publish("2026/27"); }

  void publish(const std::string& year) {
    auto content = test::assessment();
    content.year = year;
    content.valid_until = {};
    database().write([&](db::Connection& c) { assessments::publish(c, content, nullptr).value(); });
  }
  // As if the last section had been handed in; its last day is so many days from now.
  void passed(const access::Actor& actor, int days, const std::string& year = "2026/27") {
    certificates::IssueAtPass issue;
    database().write([&](db::Connection& c) {
      issue.passed(c, {actor.centre, actor.account, "exam-room-essentials", year, 1, c.now()});
      c.exec("UPDATE certificate SET valid_until = ? WHERE account_id = ? AND year = ?",
             base::days_after(base::iso_date(c.now()), days), actor.account, year);
    });
  }
  std::string day(int days) {
    return base::british_date(base::days_after(base::iso_date(database().now()), days));
  }

  test::TestBrowser officer = signed_in(cast().here.officer);
};
INSTANTIATE_TEST_SUITE_P(Databases, ReminderPages, test::both_databases(), test::database_name);

TEST_P(ReminderPages, list_who_is_to_be_reminded_of_what_and_until_when) {
  passed(cast().here.invigilator, 12);
  const auto page = officer.get("/summary/reminders").body;
  EXPECT_THAT(page,
              AllOf(HasSubstr("Ivan Invigilator"), HasSubstr(">INV<"), HasSubstr("Exam room essentials"),
                    HasSubstr("2026/27"), HasSubstr(day(12)), HasSubstr(">12 days<"),
                    HasSubstr("Not published yet"), HasSubstr("1 certificate")));
  EXPECT_THAT(page, HasSubstr(fmt::format("/users/{}/progress",
                                          std::to_underlying(cast().here.invigilator.account))));
}

TEST_P(ReminderPages, say_whether_the_new_years_assessment_is_begun_or_passed) {
  passed(cast().here.invigilator, 12);
  publish("2027/28");
  EXPECT_THAT(officer.get("/summary/reminders").body, HasSubstr("Not Started 2027/28"));
  auto browser = signed_in(cast().here.invigilator);
  browser.get("/assessments");
  browser.post("/assessments/exam-room-essentials/sections/1/start");
  EXPECT_THAT(officer.get("/summary/reminders").body, HasSubstr("Started 2027/28"));
}

TEST_P(ReminderPages, are_filtered_by_the_days_and_by_what_is_still_to_do) {
  passed(cast().here.invigilator, 45);
  passed(cast().here.officer, -4);
  EXPECT_THAT(
      officer.get("/summary/reminders").body,
      AllOf(HasSubstr("Nobody to remind"), HasSubstr("No certificate of your centre ends within 30 days.")));
  EXPECT_THAT(officer.get("/summary/reminders?days=60").body, HasSubstr("Ivan Invigilator"));
  EXPECT_THAT(officer.get("/summary/reminders?ends=ended").body,
              AllOf(HasSubstr("4 days ago"), Not(HasSubstr("Ivan Invigilator"))));
  publish("2027/28");
  passed(cast().here.invigilator, 400, "2027/28");
  EXPECT_THAT(officer.get("/summary/reminders?days=60").body, HasSubstr("Ivan Invigilator"));
  EXPECT_THAT(officer.get("/summary/reminders?days=60&to_renew=yes").body,
              AllOf(HasSubstr("Nobody to remind"), HasSubstr("value=\"yes\" selected"),
                    HasSubstr("and is not renewed yet")));
}

TEST_P(ReminderPages, show_an_address_with_nonsense_as_if_it_said_nothing) {
  passed(cast().here.invigilator, 12);
  EXPECT_THAT(officer.get("/summary/reminders?ends=soon&days=&to_renew=1&page=-3").body,
              HasSubstr("Ivan Invigilator"));
  EXPECT_THAT(officer.get("/summary/reminders?page=99").body, HasSubstr("Ivan Invigilator"));
}

TEST_P(ReminderPages, say_what_is_wrong_with_a_number_of_days_and_keep_it) {
  auto hub_browser = signed_in(cast().hub_operator);
  for (const std::string typed : {"many", "-1", "9999"}) {
    for (const auto& page : {officer.get("/summary/reminders?days=" + typed),
                             hub_browser.get("/operator/reminders?days=" + typed)}) {
      EXPECT_EQ(page.status, 422);
      EXPECT_THAT(page.body,
                  AllOf(HasSubstr("id=\"days-error\">Write a whole number of days, from 0 to 3,660."),
                        HasSubstr("value=\"" + typed + "\"")));
    }
  }
  EXPECT_EQ(officer.get("/summary/reminders.csv?days=many").status, 422);
  EXPECT_EQ(officer.get("/summary/reminders?ends=ended&days=many").status, 200) << "they do not matter there";
}

TEST_P(ReminderPages, are_linked_from_the_User_Summary) {
  EXPECT_THAT(officer.get("/summary").body, HasSubstr("href=\"/summary/reminders\""));
}

TEST_P(ReminderPages, are_downloaded_as_csv_with_the_filter_and_without_formulas) {
  passed(cast().here.invigilator, 45);
  database().write([&](db::Connection& c) {
    c.exec("UPDATE account SET last_name = '=1+1' WHERE id = ?", cast().here.invigilator.account);
  });
  const auto page = officer.get("/summary/reminders?days=60").body;
  EXPECT_THAT(
      page, AllOf(HasSubstr("/summary/reminders.csv?days=60"), HasSubstr("/summary/reminders.xlsx?days=60")));
  const auto file = officer.get("/summary/reminders.csv?days=60");
  EXPECT_EQ(file.header("content-type"), "text/csv; charset=utf-8");
  EXPECT_THAT(file.header("content-disposition"),
              AllOf(StartsWith("attachment"), HasSubstr("Certificates that end")));
  EXPECT_THAT(file.body,
              AllOf(HasSubstr("Last name,First name,Email,Role,Assessment,Year,Last day,Days left"),
                    HasSubstr("'=1+1,Ivan,invigilator@here.example,INV,Exam room essentials,2026/27,"),
                    HasSubstr(",45,Not published yet")));
  EXPECT_THAT(officer.get("/summary/reminders.csv").body, Not(HasSubstr("invigilator@here.example")));
}

TEST_P(ReminderPages, are_downloaded_for_Excel) {
  passed(cast().here.invigilator, 12);
  const auto file = officer.get("/summary/reminders.xlsx");
  const auto sheet = documents::read_spreadsheet(
      file.body, documents::Limits{},
      [](const documents::SheetRow& row) { return row.cells.front().text == "Last name"; });
  ASSERT_TRUE(sheet);
  std::vector<std::string> cells;
  for (const auto& cell : sheet->rows.back().cells) cells.push_back(cell.text);
  ASSERT_EQ(cells.size(), 9U);
  EXPECT_EQ(cells[2], "invigilator@here.example");
  EXPECT_EQ(cells[7], "12");
  EXPECT_EQ(cells[8], "Not published yet");
}

TEST_P(ReminderPages, keep_each_download_in_the_centres_audit) {
  passed(cast().here.invigilator, 12);
  officer.get("/summary/reminders.csv?days=90");
  EXPECT_THAT(signed_in(cast().here.admin).get("/audit").body,
              AllOf(HasSubstr("Downloaded the certificates that end soon"), HasSubstr("Within 90 days")));
}

TEST_P(ReminderPages, show_nothing_of_another_centre_and_are_for_those_who_manage_users) {
  passed(cast().here.invigilator, 12);
  auto elsewhere = signed_in(cast().there.officer);
  for (const auto* address : {"/summary/reminders", "/summary/reminders.csv"}) {
    EXPECT_THAT(elsewhere.get(address).body, Not(HasSubstr("Ivan"))) << address;
    for (const auto& actor : {cast().here.leader, cast().here.invigilator, cast().hub_operator}) {
      EXPECT_EQ(signed_in(actor).get(address).status, 403) << actor.name;
    }
  }
}

TEST_P(ReminderPages, tell_the_operator_how_many_of_each_centre_and_never_who) {
  passed(cast().here.invigilator, 12);
  passed(cast().here.officer, 12);
  passed(cast().there.invigilator, 80);
  auto hub = signed_in(cast().hub_operator);
  const auto page = hub.get("/operator/reminders").body;
  EXPECT_THAT(page,
              AllOf(HasSubstr("<strong>2 certificates</strong> in 1 centre."), HasSubstr("Demo Hill School"),
                    HasSubstr("10001"), Not(HasSubstr("Ivan")), Not(HasSubstr("Other Valley College"))));
  EXPECT_THAT(
      hub.get("/operator/reminders?days=90").body,
      AllOf(HasSubstr("<strong>3 certificates</strong> in 2 centres."), HasSubstr("Other Valley College")));
  EXPECT_THAT(hub.get("/operator/reminders?ends=ended").body, HasSubstr("No centre to remind"));
  EXPECT_THAT(hub.get("/operator/years").body, HasSubstr("href=\"/operator/reminders\""));
  for (const auto& actor :
       {cast().here.admin, cast().here.officer, cast().here.leader, cast().here.invigilator}) {
    EXPECT_EQ(signed_in(actor).get("/operator/reminders").status, 404) << actor.name;
  }
}

}  // namespace
}  // namespace reminders
