#include <gmock/gmock.h>

#include "documents/spreadsheet.h"
#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "support/page/test_browser.h"

namespace report::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class ReportPages : public test::PageTest {
 public:
  ReportPages() {
    database().write([](db::Connection& c) { assessments::publish(c, test::assessment(), nullptr).value(); });
  }
  static test::FormFields asked(std::string format, bool named = false) {
    test::FormFields fields{{"year", "2026/27"}, {"format", std::move(format)}};
    if (named)
      fields.insert(fields.end(), {{"named", "yes"}, {"recipient", "Ofqual"}, {"purpose", "Yearly return"}});
    return fields;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, ReportPages, test::both_databases(), test::database_name);

TEST_P(ReportPages, show_the_counts_of_all_centres_without_a_name) {
  const auto page = hub_browser().get("/operator/report");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("2026/27"), HasSubstr("Exam room essentials"),
                               HasSubstr("class=\"number\">4<"), Not(HasSubstr("Ivan"))));
}

TEST_P(ReportPages, download_the_counts_of_every_centre_without_a_name) {
  auto browser = hub_browser();
  const auto csv = browser.post("/operator/report", asked("csv"));
  EXPECT_EQ(csv.status, 200);
  EXPECT_THAT(csv.header("content-disposition"), HasSubstr("Stakeholder report 2026-27.csv"));
  EXPECT_THAT(csv.body, AllOf(HasSubstr("Exam room essentials,10001,Demo Hill School,INV,1,0,0,1\r\n"),
                              HasSubstr("20002"), Not(HasSubstr("Invigilator"))));
  const auto xlsx = browser.post("/operator/report", asked("xlsx"));
  const auto sheet = documents::read_spreadsheet(xlsx.body, {}, [](const documents::SheetRow& row) {
    return row.cells.size() == 8 && row.cells[4].text == "People";
  });
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->name, "In all");
  EXPECT_EQ(sheet->rows.at(1).cells.at(4).text, "4");
}

TEST_P(ReportPages, name_people_only_for_a_recipient_and_a_purpose_which_their_centre_reads_in_its_audit) {
  auto browser = hub_browser();
  const auto refused =
      browser.post("/operator/report", {{"year", "2026/27"}, {"format", "csv"}, {"named", "yes"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("id=\"recipient-error\""), HasSubstr("id=\"purpose-error\"")));
  const auto csv = browser.post("/operator/report", asked("csv", true));
  EXPECT_THAT(csv.body, HasSubstr("10001,Demo Hill School,Invigilator,Ivan,INV,Not Started,"));
  EXPECT_THAT(signed_in(cast().here.admin).get("/audit").body,
              AllOf(HasSubstr("Named people of the centre in a stakeholder report"), HasSubstr("Ofqual"),
                    HasSubstr("Yearly return")));
}

TEST_P(ReportPages, refuse_a_year_without_assessments) {
  EXPECT_EQ(hub_browser().post("/operator/report", {{"year", "1999/00"}, {"format", "csv"}}).status, 422);
}

TEST_P(ReportPages, are_unknown_to_everybody_but_a_Hub_operator) {
  for (const auto& actor :
       {cast().here.admin, cast().here.officer, cast().here.leader, cast().here.invigilator}) {
    auto theirs = signed_in(actor);
    EXPECT_EQ(theirs.get("/operator/report").status, 404) << actor.name;
    EXPECT_EQ(theirs.post("/operator/report", asked("csv", true)).status, 404) << actor.name;
  }
}

}  // namespace
}  // namespace report::pages
