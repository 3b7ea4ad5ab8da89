// Files that real programs saved (test_files/make.py).
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "documents/spreadsheet.h"

namespace documents {
namespace {

std::string file(const std::string& name) {
  std::ifstream in("src/documents/test_files/" + name, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

bool is_header(const SheetRow& row) {
  return !row.cells.empty() && row.cells[0].text == "Email*";
}

class RealFile : public ::testing::TestWithParam<const char*> {};

TEST_P(RealFile, is_read_as_people_typed_it) {
  const auto sheet = read_spreadsheet(file(GetParam()), {}, is_header);
  ASSERT_TRUE(sheet) << sheet.error().fields.at(0).message;
  ASSERT_EQ(sheet->rows.size(), 4u);
  const auto cell = [&](std::size_t row, std::size_t column) {
    return sheet->rows.at(row).cells.at(column).text;
  };
  EXPECT_EQ(cell(1, 0), "sian@school.example");
  EXPECT_EQ(cell(1, 1), "Siân");
  EXPECT_EQ(cell(1, 2), "O'Neil");
  EXPECT_EQ(cell(1, 3), "00123 tulip harbour");
  EXPECT_EQ(cell(2, 1), "Łukasz");
  EXPECT_EQ(cell(2, 2), "李");
  EXPECT_EQ(cell(2, 3), "copper & <kettle> moon");
  EXPECT_EQ(cell(2, 5), "TRUE");
  EXPECT_EQ(sheet->rows.at(3).number, 5u);
  EXPECT_EQ(cell(3, 0), "  spaced@school.example\u00a0");
  EXPECT_EQ(cell(3, 1), "Mary  Ann");
  EXPECT_EQ(cell(3, 3), "line\nbreak");
  EXPECT_EQ(cell(3, 5), "12.5");
}

INSTANTIATE_TEST_SUITE_P(Programs, RealFile,
                         ::testing::Values("openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods",
                                           "libreoffice.csv"),
                         [](const auto& of) {
                           std::string name = of.param;
                           name[name.find('.')] = '_';
                           return name;
                         });

TEST(RealFile, a_formula_from_openpyxl_was_never_calculated_and_libreoffice_calculates_it) {
  const auto fresh = read_spreadsheet(file("openpyxl.xlsx"), {}, is_header);
  const auto saved = read_spreadsheet(file("libreoffice.xlsx"), {}, is_header);
  ASSERT_TRUE(fresh && saved);
  EXPECT_THAT(fresh->rows.at(1).cells.at(5).problem,
              ::testing::StartsWith("is a formula that was never calculated"));
  EXPECT_EQ(saved->rows.at(1).cells.at(5).text, "2");
}

TEST(RealFile, an_old_workbook_is_refused_with_what_to_do) {
  const auto sheet = read_spreadsheet(file("libreoffice.xls"), {}, is_header);
  ASSERT_FALSE(sheet);
  EXPECT_THAT(sheet.error().fields.at(0).message, ::testing::HasSubstr("old .xls workbook"));
}

}  // namespace
}  // namespace documents
