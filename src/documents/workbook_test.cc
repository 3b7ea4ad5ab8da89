#include "documents/workbook.h"

#include <gmock/gmock.h>

#include "documents/spreadsheet.h"
#include "documents/spreadsheet_examples.h"
#include "documents/zip_archive.h"

namespace documents {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<Column> columns{
    {.heading = "Email"},
    {.heading = "Role", .width = 10, .choices = {"EO", "SLT", "INV"}, .note = "One of three"}};

std::string part(const std::string& bytes, std::string_view name) {
  const Limits limits;
  Budget budget(limits, bytes.size());
  ZipArchive archive(bytes, budget);
  const auto entry = archive.open(name);
  std::string content(1 << 20, '\0');
  content.resize(entry->read(content.data(), content.size()));
  return content;
}

TEST(Workbook, is_read_back_as_it_was_written) {
  Workbook workbook;
  workbook.sheet("Users", columns);
  workbook.row(std::vector<std::string>{"a&b@<school>.example", "00123"});
  workbook.row(std::vector<std::string>{"", "李"});
  workbook.row(std::vector<std::string>{" Łukasz ", "two\nlines"});
  EXPECT_EQ(examples::read(workbook.bytes()),
            "1: Email|Role\n2: a&b@<school>.example|00123\n3: |李\n4:  Łukasz |two\nlines\n");
}

TEST(Workbook, keeps_text_that_looks_like_a_formula_or_an_escape_as_text) {
  Workbook workbook;
  workbook.sheet("Users", columns);
  workbook.row(std::vector<std::string>{"=1+1", "_x0041_"});
  const std::string bytes = workbook.bytes();
  EXPECT_EQ(examples::read(bytes), "1: Email|Role\n2: =1+1|_x0041_\n");
  EXPECT_THAT(part(bytes, "xl/worksheets/sheet1.xml"), Not(HasSubstr("<f>")));
}

TEST(Workbook, freezes_the_heading_offers_choices_and_filters) {
  Workbook workbook;
  workbook.sheet("Users", columns);
  const std::string sheet = part(workbook.bytes(), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("state=\"frozen\""));
  EXPECT_THAT(sheet, HasSubstr("sqref=\"B2:B10001\""));
  EXPECT_THAT(sheet, HasSubstr("\"EO,SLT,INV\""));
  EXPECT_THAT(sheet, HasSubstr("prompt=\"One of three\""));
  EXPECT_THAT(sheet, HasSubstr("<autoFilter ref=\"A1:B2\""));
}

TEST(Workbook, recommends_read_only_where_asked) {
  Workbook workbook(true);
  workbook.sheet("Users", columns, false);
  const std::string bytes = workbook.bytes();
  EXPECT_THAT(part(bytes, "xl/workbook.xml"), HasSubstr("readOnlyRecommended=\"1\""));
  EXPECT_THAT(part(bytes, "xl/worksheets/sheet1.xml"), Not(HasSubstr("autoFilter")));
}

TEST(Workbook, writes_numbers_and_dates_on_the_clock_of_london) {
  Workbook workbook;
  workbook.sheet("Users", std::vector<Column>{{.heading = "Email"}});
  using Figure = Figure;
  const base::Instant summer = base::from_millis(1'751'322'600'000);  // 2025-06-30 22:30 UTC
  workbook.row(std::vector<Figure>{{.kind = Figure::Kind::number, .number = 1'204},
                                   {.kind = Figure::Kind::date, .at = summer},
                                   {.kind = Figure::Kind::date_time, .at = summer}});
  const std::string sheet = part(workbook.bytes(), "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("<v>1204</v>"));
  EXPECT_THAT(sheet, HasSubstr("<v>45838</v>"));     // 30 June 2025
  EXPECT_THAT(sheet, HasSubstr("<v>45838.979166"));  // 23:30 in London
}

TEST(Workbook, puts_secrets_in_their_places) {
  using Figure = Figure;
  Workbook workbook;
  workbook.sheet("Users", columns);
  for (int i = 0; i < 12; ++i) {
    workbook.row(std::vector<Figure>{
        {.text = "plain"},
        {.kind = Figure::Kind::secret, .text = i == 11 ? "a <b> & _x0041_" : "s" + std::to_string(i)}});
  }
  workbook.text_sheet("Instructions", std::vector<std::string>{"Read me", "Then do"});
  const std::string read = examples::read(workbook.bytes());
  EXPECT_THAT(read, HasSubstr("2: plain|s0\n3: plain|s1\n"));
  EXPECT_THAT(read, HasSubstr("12: plain|s10\n13: plain|a <b> & _x0041_\n"));
}

TEST(Workbook, keeps_columns_in_view_and_dates_in_the_words_of_their_column) {
  using Figure = Figure;
  Workbook workbook;
  workbook.sheet(
      "Users",
      std::vector<Column>{{.heading = "Name"}, {.heading = "A", .date_format = "\"Passed\" d mmmm yyyy"}},
      true, 1);
  workbook.row(
      std::vector<Figure>{{.text = "Ann", .tone = Tone::quiet},
                          {.kind = Figure::Kind::date, .at = base::from_millis(0), .tone = Tone::good}});
  const std::string bytes = workbook.bytes();
  EXPECT_THAT(part(bytes, "xl/worksheets/sheet1.xml"), HasSubstr("xSplit=\"1\" ySplit=\"1\""));
  EXPECT_THAT(part(bytes, "xl/worksheets/sheet1.xml"), HasSubstr("<v>25569</v>"));
  EXPECT_THAT(part(bytes, "xl/styles.xml"), HasSubstr("&quot;Passed&quot; d mmmm yyyy"));
}

TEST(Workbook, can_be_left_in_its_file) {
  Workbook workbook;
  workbook.sheet("Users", columns);
  workbook.row(std::vector<std::string>{"ann@here.example", "EO"});
  const auto file = workbook.file();
  EXPECT_EQ(examples::read(file->read()), "1: Email|Role\n2: ann@here.example|EO\n");
}

TEST(Workbook, never_leaves_a_secret_in_its_file) {
  using Figure = Figure;
  Workbook workbook;
  workbook.sheet("Users", columns);
  workbook.row(std::vector<Figure>{{.kind = Figure::Kind::secret, .text = "violet-kettle"}});
  EXPECT_THROW(workbook.file(), std::logic_error);
}

TEST(Workbook, refuses_text_that_is_not_utf8) {
  Workbook workbook;
  workbook.sheet("Users", columns);
  EXPECT_THROW(workbook.row(std::vector<std::string>{"\xFF"}), std::invalid_argument);
}

}  // namespace
}  // namespace documents
