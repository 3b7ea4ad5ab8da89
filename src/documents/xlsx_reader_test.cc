#include <gmock/gmock.h>

#include "documents/spreadsheet_examples.h"

namespace documents {
namespace {

using examples::read;
using examples::Xlsx;
using ::testing::HasSubstr;

constexpr const char* header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Email</t></is></c></row>";

std::string second_row(const std::string& cells, const std::string& shared = {},
                       const std::string& styles = Xlsx{}.cell_styles) {
  return read(Xlsx{header + ("<row r=\"2\">" + cells + "</row>"), shared, styles}.bytes());
}

TEST(XlsxReader, reads_shared_strings_with_rich_text_runs_as_one_text) {
  EXPECT_EQ(second_row("<c r=\"A2\" t=\"s\"><v>1</v></c>",
                       "<si><t>zero</t></si><si><r><t>Ann</t></r><r><rPr><b/></rPr><t "
                       "xml:space=\"preserve\"> Lee</t></r></si>"),
            "1: Email\n2: Ann Lee\n");
}

TEST(XlsxReader, leaves_out_how_a_name_is_read_aloud) {
  EXPECT_EQ(second_row("<c r=\"A2\" t=\"s\"><v>0</v></c>",
                       "<si><t>李</t><rPh sb=\"0\" eb=\"1\"><t>リ</t></rPh></si>"),
            "1: Email\n2: 李\n");
}

TEST(XlsxReader, reads_inline_strings_with_runs) {
  EXPECT_EQ(second_row("<c r=\"A2\" t=\"inlineStr\"><is><r><t>O'</t></r><r><t>Neil</t></r></is></c>"),
            "1: Email\n2: O'Neil\n");
}

TEST(XlsxReader, reads_a_formula_by_its_cached_value) {
  EXPECT_EQ(
      second_row(
          "<c r=\"A2\" t=\"str\"><f>LOWER(B2)</f><v>a@b.example</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c>"),
      "1: Email\n2: a@b.example|2\n");
}

TEST(XlsxReader, says_when_a_formula_was_never_calculated) {
  EXPECT_THAT(second_row("<c r=\"A2\"><f>LOWER(B2)</f><v></v></c>"),
              HasSubstr("2: (is a formula that was never calculated"));
}

TEST(XlsxReader, reads_a_formula_that_gives_nothing_as_blank) {
  EXPECT_EQ(second_row("<c r=\"A2\" t=\"str\"><f>IF(1,\"\")</f><v></v></c><c r=\"B2\"><v>1</v></c>"),
            "1: Email\n2: |1\n");
}

TEST(XlsxReader, says_which_error_a_cell_shows) {
  EXPECT_THAT(second_row("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>"),
              HasSubstr("(shows the error #N/A; type the value instead)"));
}

TEST(XlsxReader, reads_booleans_as_shown) {
  EXPECT_EQ(second_row("<c r=\"A2\" t=\"b\"><v>1</v></c><c r=\"B2\" t=\"b\"><f>FALSE()</f><v>0</v></c>"),
            "1: Email\n2: TRUE|FALSE\n");
}

TEST(XlsxReader, reads_whole_numbers_without_decimals_or_exponent) {
  EXPECT_EQ(second_row("<c r=\"A2\"><v>12345.0</v></c><c r=\"B2\"><v>1E5</v></c><c r=\"C2\"><v>0.5</v></c><c "
                       "r=\"D2\"><v>-7</v></c>"),
            "1: Email\n2: 12345|100000|0.5|-7\n");
}

TEST(XlsxReader, refuses_to_guess_a_number_that_the_spreadsheet_has_rounded) {
  EXPECT_THAT(second_row("<c r=\"A2\"><v>1.2345678901234567E+18</v></c>"),
              HasSubstr("(is a longer number than a spreadsheet keeps exactly"));
}

TEST(XlsxReader, refuses_to_guess_how_a_date_was_typed) {
  const std::string styles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd\\/mm\\/yyyy\"/><numFmt numFmtId=\"171\" "
      "formatCode=\"&quot;day&quot; 0\"/></numFmts>"
      "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf "
      "numFmtId=\"14\"/><xf "
      "numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>";
  const std::string date = "(is a date or a time; set the cell's format to Text and type it again)";
  EXPECT_EQ(
      second_row(
          "<c r=\"A2\" s=\"1\"><v>45323</v></c><c r=\"B2\" s=\"2\"><v>45323</v></c><c r=\"C2\" "
          "s=\"3\"><v>5</v></c><c r=\"D2\" s=\"0\"><v>6</v></c><c r=\"E2\" t=\"d\"><v>2024-02-01</v></c>",
          {}, styles),
      "1: Email\n2: " + date + "|" + date + "|5|6|" + date + "\n");
}

TEST(XlsxReader, a_fraction_was_read_with_digits_that_nobody_sees) {
  EXPECT_EQ(
      second_row("<c r=\"A2\"><v>734912.85061700002</v></c><c r=\"B2\"><v>0.10000000000000001</v></c><c "
                 "r=\"C2\"><v>1E-3</v></c><c r=\"D2\"><v>-12.5</v></c>"),
      "1: Email\n2: 734912.850617|0.1|0.001|-12.5\n");
  EXPECT_THAT(second_row("<c r=\"A2\"><v>0.30000000000000004</v></c>"),
              HasSubstr("(is a number with more digits than a spreadsheet shows"));
}

TEST(XlsxReader, what_is_no_number_made_the_file_damaged) {
  for (const std::string value : {"Ann", "1,5", "+5", "INF", "NaN", "0x10", "5 5"})
    EXPECT_THAT(second_row("<c r=\"A2\"><v>" + value + "</v></c>"),
                HasSubstr("2: (is said to be a number and is none"))
        << value;
}

TEST(XlsxReader, a_row_element_for_each_cell_made_the_file_damaged) {
  const auto one = [](const std::string& place) {
    return "<row r=\"" + place.substr(1) + "\"><c r=\"" + place + "\"><v>1</v></c></row>";
  };
  EXPECT_EQ(read(Xlsx{header + one("B1") + one("A2") + one("B2") + "<row r=\"2\"/>" + one("C2") + one("A3")}
                     .bytes()),
            "1: Email|1\n2: 1|1|1\n3: 1\n");
}

TEST(XlsxReader, rows_out_of_order_made_the_file_damaged) {
  const auto one = [](const std::string& row) {
    return "<row r=\"" + row + "\"><c><v>" + row + "</v></c></row>";
  };
  EXPECT_EQ(read(Xlsx{header + one("7") + one("3") + one("5")}.bytes()), "1: Email\n3: 3\n5: 5\n7: 7\n");
  EXPECT_THAT(read(Xlsx{header + one("7") + one("3") + one("7")}.bytes()),
              HasSubstr("refused: The file is damaged"));
}

TEST(XlsxReader, an_empty_style_made_the_file_damaged) {
  EXPECT_EQ(
      second_row(
          "<c r=\"A2\" s=\"\"><v>1</v></c><c r=\"B2\" s=\"x\"><v>2</v></c><c r=\"C2\" s=\"-1\"><v>3</v></c>"),
      "1: Email\n2: 1|2|3\n");
  EXPECT_EQ(second_row("<c r=\"A2\" s=\"0\"><v>1</v></c>", {}, "<cellXfs><xf numFmtId=\"\"/></cellXfs>"),
            "1: Email\n2: 1\n");
}

TEST(XlsxReader, a_row_that_has_its_number_in_its_cells_alone_was_miscounted) {
  EXPECT_EQ(
      read(Xlsx{header + std::string("<row><c r=\"A5\"><v>1</v></c><c r=\"B5\"><v>2</v></c></row>")}.bytes()),
      "1: Email\n5: 1|2\n");
}

TEST(XlsxReader, an_empty_reference_made_the_file_damaged) {
  EXPECT_EQ(
      read(Xlsx{header + std::string("<row r=\"\"><c r=\"\"><v>1</v></c><c><v>2</v></c></row>")}.bytes()),
      "1: Email\n2: 1|2\n");
}

TEST(XlsxReader, a_row_numbered_0_was_told_as_cell_A0) {
  EXPECT_THAT(
      read(Xlsx{"<row r=\"0\"><c t=\"inlineStr\"><is><t>" + std::string(40'000, 'x') + "</t></is></c></row>"}
               .bytes()),
      HasSubstr("refused: The file is damaged"));
}

TEST(XlsxReader, a_part_that_is_named_and_not_there_made_the_file_damaged) {
  Xlsx file{header};
  auto parts = file.parts();
  std::erase_if(parts, [](const auto& part) {
    return part.first == "xl/styles.xml" || part.first == "xl/sharedStrings.xml";
  });
  parts[2].second.insert(parts[2].second.find("<sheets>") + 8,
                         "<sheet name=\"Gone\" sheetId=\"7\" r:id=\"rId9\"/>");
  EXPECT_EQ(read(examples::zip_of(parts)), "1: Email\n");
  std::erase_if(parts, [](const auto& part) { return part.first == "xl/worksheets/sheet1.xml"; });
  EXPECT_THAT(read(examples::zip_of(parts)), HasSubstr("refused: The file is damaged"));
}

TEST(XlsxReader, rows_hidden_by_a_filter_or_by_hand_were_not_told) {
  const auto sheet = read_spreadsheet(
      Xlsx{
          header +
          std::string(
              "<row r=\"2\" hidden=\"1\"><c><v>1</v></c></row><row r=\"3\" hidden=\"0\"><c><v>1</v></c></row>"
              "<row r=\"4\" hidden=\"true\"><c><v>1</v></c></row><row r=\"5\" "
              "ht=\"0\"><c><v>1</v></c></row>")}
          .bytes(),
      {}, examples::has_email);
  std::vector<std::size_t> hidden;
  for (const auto& row : sheet->rows) {
    if (row.hidden) hidden.push_back(row.number);
  }
  EXPECT_THAT(hidden, ::testing::ElementsAre(2, 4, 5));
}

TEST(XlsxReader, hidden_columns_were_not_told) {
  auto parts = Xlsx{header}.parts();
  auto& sheet = parts.back().second;
  sheet.insert(sheet.find("<sheetData>"),
               "<cols><col min=\"1\" max=\"1\" width=\"9\"/><col min=\"2\" max=\"3\" hidden=\"1\"/><col "
               "min=\"40\" max=\"16384\" hidden=\"1\"/></cols>");
  const auto read = read_spreadsheet(examples::zip_of(parts), {}, examples::has_email);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->hidden_columns.front(), 1u);
  EXPECT_EQ(read->hidden_columns.back(), 49u);
}

// 1.1 MB as Excel saves it (P-X26b).
TEST(XlsxReader, reads_past_100000_rows_that_are_only_formatted) {
  std::string rows;
  for (int row = 2; row <= 100'000; ++row) {
    const auto n = std::to_string(row);
    rows += "<row r=\"" + n + "\" spans=\"1:5\" s=\"1\" customFormat=\"1\">";
    for (const char column : {'A', 'B', 'C', 'D', 'E'})
      rows += std::string("<c r=\"") + column + n + "\" s=\"1\"/>";
    rows += "</row>";
  }
  EXPECT_EQ(read(Xlsx{header + rows}.bytes()), "1: Email\n");
}

TEST(XlsxReader, undoes_the_escapes_that_excel_writes) {
  EXPECT_EQ(
      second_row(
          "<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>2</v></c>",
          "<si><t>a_x000A_b</t></si><si><t>_x005F_x0041_</t></si><si><t>_xD83D__xDE00_</t></si>"),
      "1: Email\n2: a\nb|_x0041_|😀\n");
}

TEST(XlsxReader, says_when_a_cell_holds_a_character_that_cannot_be_shown) {
  EXPECT_THAT(second_row("<c r=\"A2\" t=\"inlineStr\"><is><t>a_x0000_b</t></is></c>"),
              HasSubstr("(holds a character that cannot be shown"));
  EXPECT_THAT(second_row("<c r=\"A2\" t=\"inlineStr\"><is><t>a_xD83D_b</t></is></c>"),
              HasSubstr("(holds a character that cannot be shown"));
}

TEST(XlsxReader, follows_absolute_part_names) {
  Xlsx file{header};
  file.sheet_target = "/xl/worksheets/sheet1.xml";
  EXPECT_EQ(read(file.bytes()), "1: Email\n");
}

TEST(XlsxReader, needs_neither_dimension_nor_references_nor_row_numbers) {
  EXPECT_EQ(read(Xlsx{"<row><c t=\"inlineStr\"><is><t>x</t></is></c><c "
                      "t=\"inlineStr\"><is><t>Email</t></is></c></row><row><c/><c><v>1</v></c></row>"}
                     .bytes()),
            "1: x|Email\n2: |1\n");
}

TEST(XlsxReader, drops_blank_rows_and_keeps_the_numbers_of_the_others) {
  EXPECT_EQ(read(Xlsx{header + std::string("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>\xC2\xA0 "
                                           "</t></is></c></row><row r=\"7\"><c r=\"C7\"><v>1</v></c></row>")}
                     .bytes()),
            "1: Email\n7: ||1\n");
}

TEST(XlsxReader, takes_the_first_visible_sheet_with_the_header) {
  Xlsx file{header};
  auto parts = file.parts();
  parts[2].second =
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      "xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><sheets>"
      "<sheet name=\"Old\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"Notes\" r:id=\"rId8\"/><sheet "
      "name=\"Users\" "
      "r:id=\"rId9\"/></sheets></workbook>";
  const std::string relation =
      "<Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" ";
  parts[3].second = "<Relationships>" + relation + "Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>" +
                    relation + "Id=\"rId8\" Target=\"worksheets/notes.xml\"/>" + relation +
                    "Id=\"rId9\" Target=\"worksheets/users.xml\"/></Relationships>";
  std::string wide =
      "<worksheet><sheetData><row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row><row r=\"1048576\"><c "
      "r=\"A1048576\"><v>1</v></c></row></sheetData></worksheet>";
  parts.emplace_back("xl/worksheets/notes.xml", wide);
  parts.emplace_back(
      "xl/worksheets/users.xml",
      std::string("<worksheet><sheetData>") +
          "<row r=\"4\"><c r=\"B4\" t=\"inlineStr\"><is><t>Email</t></is></c></row></sheetData></worksheet>");
  EXPECT_EQ(read(examples::zip_of(parts)), "4: |Email\n");
}

TEST(XlsxReader, refuses_a_shared_string_that_is_not_there) {
  EXPECT_THAT(second_row("<c r=\"A2\" t=\"s\"><v>5</v></c>", "<si><t>zero</t></si>"),
              HasSubstr("refused: The file is damaged"));
  EXPECT_THAT(second_row("<c r=\"A2\" t=\"s\"><v>-1</v></c>", "<si><t>zero</t></si>"),
              HasSubstr("refused: The file is damaged"));
}

TEST(XlsxReader, refuses_a_cell_that_is_there_twice) {
  EXPECT_THAT(second_row("<c r=\"A2\"><v>5</v></c><c r=\"A2\"><v>6</v></c>"),
              HasSubstr("refused: The file is damaged"));
}

TEST(XlsxReader, refuses_rows_that_do_not_rise) {
  EXPECT_THAT(read(Xlsx{header + std::string("<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>")}.bytes()),
              HasSubstr("refused: The file is damaged"));
}

TEST(XlsxReader, refuses_a_file_without_the_header_in_its_first_twenty_rows) {
  std::string rows;
  for (int i = 1; i <= 20; ++i) rows += "<row><c><v>1</v></c></row>";
  EXPECT_THAT(read(Xlsx{rows + "<row><c t=\"inlineStr\"><is><t>Email</t></is></c></row>"}.bytes()),
              HasSubstr("refused: No row of column headings"));
}

}  // namespace
}  // namespace documents
