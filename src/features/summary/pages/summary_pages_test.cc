#include "features/attempts/pages/attempt_pages_fixture.h"
#include "features/summary/test_sheet.h"

namespace summary::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class SummaryPagesTest : public attempts::pages::OnAttemptPages {
 public:
  void pass(int section) {
    const auto attempt = start(browser, section);
    EXPECT_EQ(browser.post(attempt + "/submit", answers(attempt)).status, 303);
  }
  std::string cell() const {
    return fmt::format("href=\"/users/{}/progress/exam-room-essentials\"",
                       std::to_underlying(cast().here.invigilator.account));
  }
  static std::size_t rows(const std::string& page) {
    std::size_t count = 0;
    for (auto at = page.find("<th scope=\"row\">"); at != std::string::npos;
         at = page.find("<th scope=\"row\">", at + 1)) {
      ++count;
    }
    return count;
  }

  test::TestBrowser officer = signed_in(cast().here.officer);
};
INSTANTIATE_TEST_SUITE_P(Databases, SummaryPagesTest, test::both_databases(), test::database_name);

TEST_P(SummaryPagesTest, show_everybody_of_the_centre_by_all_assessments) {
  const auto page = officer.get("/summary");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(rows(page.body), 4U);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Exam room essentials <span class=\"matrix-year\">2026/27"), HasSubstr(cell()),
                    HasSubstr("<span class=\"total-count\">4</span> <span>users</span>")));
}

TEST_P(SummaryPagesTest, lead_from_each_cell_to_its_sections) {
  pass(1);
  const auto page = officer.get("/summary").body;
  EXPECT_THAT(page, HasSubstr("<a class=\"cell cell-started\" " + cell()));
  pass(2);
  EXPECT_THAT(officer.get("/summary").body, HasSubstr("<a class=\"cell cell-passed\" " + cell()));
}

TEST_P(SummaryPagesTest, can_be_filtered_by_name_role_assessment_and_status) {
  pass(1);
  pass(2);
  EXPECT_EQ(rows(officer.get("/summary?status=passed").body), 1U);
  EXPECT_EQ(rows(officer.get("/summary?status=not_started").body), 3U);
  EXPECT_EQ(rows(officer.get("/summary?role=SLT").body), 1U);
  EXPECT_EQ(rows(officer.get("/summary?q=invigilator%40here").body), 1U);
  EXPECT_EQ(rows(officer.get("/summary?assessment=exam-room-essentials").body), 3U);
  EXPECT_THAT(officer.get("/summary?q=nobody-at-all").body, HasSubstr("No user matches"));
}

TEST_P(SummaryPagesTest, keep_the_filters_in_the_downloads) {
  const auto page = officer.get("/summary?role=INV&assessment=exam-room-essentials").body;
  for (const auto* file : {"/summary.xlsx", "/summary.csv", "/summary/certificates"}) {
    EXPECT_THAT(page, HasSubstr(fmt::format("{}?role=INV&amp;assessment=exam-room-essentials", file)));
  }
}

TEST_P(SummaryPagesTest, show_an_address_with_nonsense_as_if_it_said_nothing) {
  EXPECT_EQ(rows(officer.get("/summary?role=KING&status=maybe&assessment=none&page=-7").body), 4U);
  EXPECT_EQ(rows(officer.get("/summary?page=999").body), 4U);
}

TEST_P(SummaryPagesTest, can_be_downloaded_as_csv_with_the_filters) {
  pass(1);
  const auto file = officer.get("/summary.csv?role=INV");
  EXPECT_EQ(file.header("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_THAT(file.header("Content-Disposition"), AllOf(StartsWith("attachment"), HasSubstr("User Summary")));
  EXPECT_THAT(file.body,
              AllOf(StartsWith("\xEF\xBB\xBFLast name,"), HasSubstr("invigilator@here.example,INV,Started"),
                    Not(HasSubstr("leader@here.example"))));
}

TEST_P(SummaryPagesTest, can_be_downloaded_for_excel_with_the_filters) {
  pass(1);
  const auto file = officer.get("/summary.xlsx?role=INV");
  EXPECT_EQ(file.status, 200);
  const auto read = test::sheet_text(file.body);
  EXPECT_THAT(read, AllOf(HasSubstr("invigilator@here.example|INV|Started|0|1|Started 1/2"),
                          Not(HasSubstr("leader@here.example"))));
}

TEST_P(SummaryPagesTest, keep_each_download_in_the_audit) {
  officer.get("/summary.csv?role=INV");
  EXPECT_THAT(signed_in(cast().here.admin).get("/audit").body,
              AllOf(HasSubstr("Downloaded the User Summary"), HasSubstr("Filter role")));
}

TEST_P(SummaryPagesTest, hold_nothing_of_another_centre) {
  pass(1);
  auto elsewhere = signed_in(cast().there.officer);
  for (const auto* path : {"/summary", "/summary.csv", "/summary.xlsx", "/summary/questions"}) {
    const auto body = elsewhere.get(path).body;
    EXPECT_THAT(body, AllOf(Not(HasSubstr("@here.example")), Not(HasSubstr(cell())))) << path;
  }
  EXPECT_THAT(elsewhere.get("/summary").body, Not(HasSubstr("cell-started")));
}

TEST_P(SummaryPagesTest, are_for_user_managers_only) {
  auto leader = signed_in(cast().here.leader);
  for (const auto* path : {"/summary", "/summary.csv", "/summary.xlsx", "/summary/questions"}) {
    EXPECT_EQ(leader.get(path).status, 403) << path;
    EXPECT_EQ(browser.get(path).status, 403) << path;
  }
}

}  // namespace
}  // namespace summary::pages
