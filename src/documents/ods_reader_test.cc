#include <gmock/gmock.h>

#include "documents/spreadsheet_examples.h"

namespace documents {
namespace {

using examples::ods;
using examples::read;
using ::testing::HasSubstr;

std::string cell(const std::string& inside, const std::string& attributes = "office:value-type=\"string\"") {
  return "<table:table-cell " + attributes + ">" + inside + "</table:table-cell>";
}

std::string table(const std::string& rows, const std::string& attributes = "table:name=\"Users\"") {
  return "<table:table " + attributes + "><table:table-column table:number-columns-repeated=\"16384\"/>" +
         rows + "</table:table>";
}

std::string row(const std::string& cells, const std::string& attributes = {}) {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

const std::string header = row(cell("<text:p>Email</text:p>"));

std::string second_row(const std::string& cells) {
  return read(ods(table(header + row(cells))));
}

TEST(OdsReader, reads_paragraphs_spans_spaces_tabs_and_line_breaks_as_shown) {
  EXPECT_EQ(second_row(cell("<text:p>Mary<text:s "
                            "text:c=\"2\"/><text:span>Ann</text:span></text:p><text:p>Lee<text:tab/"
                            ">x<text:line-break/>y</text:p>")),
            "1: Email\n2: Mary  Ann\nLee\tx\ny\n");
}

TEST(OdsReader, leaves_comments_and_drawings_out_of_a_cell) {
  EXPECT_EQ(
      second_row(cell("<office:annotation><text:p>ask "
                      "her</text:p></office:annotation><text:p>Ann</"
                      "text:p><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>")),
      "1: Email\n2: Ann\n");
}

TEST(OdsReader, reads_numbers_and_booleans_by_value) {
  EXPECT_EQ(second_row(
                cell("<text:p>1,234.00</text:p>", "office:value-type=\"float\" office:value=\"1234\"") +
                cell("<text:p>WAHR</text:p>", "office:value-type=\"boolean\" office:boolean-value=\"true\"")),
            "1: Email\n2: 1234|TRUE\n");
}

TEST(OdsReader, says_dates_errors_and_uncalculated_formulas) {
  EXPECT_THAT(second_row(cell("<text:p>1/2/24</text:p>",
                              "office:value-type=\"date\" office:date-value=\"2024-02-01\"")),
              HasSubstr("2: (is a date"));
  EXPECT_THAT(
      second_row(cell("<text:p>#N/A</text:p>",
                      "table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\" "
                      "calcext:value-type=\"error\"")),
      HasSubstr("2: (shows the error #N/A"));
  EXPECT_THAT(second_row(cell("", "table:formula=\"of:=[.A1]\"")),
              HasSubstr("2: (is a formula that was never calculated"));
}

TEST(OdsReader, a_text_that_stands_in_an_attribute_was_blank) {
  EXPECT_EQ(second_row(cell("", "office:value-type=\"string\" office:string-value=\"Ann\"")),
            "1: Email\n2: Ann\n");
  EXPECT_EQ(
      second_row(cell("<text:p>shown</text:p>", "office:value-type=\"string\" office:string-value=\"kept\"")),
      "1: Email\n2: kept\n");
}

TEST(OdsReader, a_number_without_its_value_made_the_file_damaged) {
  EXPECT_EQ(second_row(cell("<text:p>5</text:p>", "office:value-type=\"float\"") +
                       cell("<text:p>TRUE</text:p>", "office:value-type=\"boolean\"")),
            "1: Email\n2: 5|TRUE\n");
}

TEST(OdsReader, counts_that_LibreOffice_takes_for_one_made_the_file_damaged) {
  for (const std::string count : {"0", "", "-3", "x"}) {
    EXPECT_EQ(
        read(ods(table(header +
                       row(cell("<text:p>a</text:p>", "table:number-columns-repeated=\"" + count + "\"") +
                               cell("<text:p>b</text:p>"),
                           "table:number-rows-repeated=\"" + count + "\"") +
                       row(cell("<text:p>c</text:p>"))))),
        "1: Email\n2: a|b\n3: c\n")
        << count;
  }
}

std::string hidden_rows(const std::string& rows) {
  const auto sheet = read_spreadsheet(ods(table(header + rows)), {}, examples::has_email);
  std::string numbers;
  for (const auto& r : sheet->rows) numbers += r.hidden ? std::to_string(r.number) + " " : "";
  return numbers;
}

TEST(OdsReader, rows_hidden_by_a_filter_or_by_hand_were_not_told) {
  const std::string one = cell("<text:p>x</text:p>");
  EXPECT_EQ(hidden_rows(row(one) + row(one, "table:visibility=\"filter\"") +
                        row(one, "table:visibility=\"collapse\"") +
                        "<table:table-row-group table:display=\"false\">" + row(one) + row(one) +
                        "</table:table-row-group>" + row(one, "table:visibility=\"visible\"")),
            "3 4 5 6 ");
}

TEST(OdsReader, hidden_columns_were_not_told) {
  const auto sheet =
      read_spreadsheet(ods("<table:table table:name=\"Users\"><table:table-column/><table:table-column "
                           "table:visibility=\"collapse\" "
                           "table:number-columns-repeated=\"2\"/>" +
                           header + "</table:table>"),
                       {}, examples::has_email);
  EXPECT_THAT(sheet->hidden_columns, ::testing::ElementsAre(1, 2));
}

TEST(OdsReader, a_second_sheet_with_the_same_headings_was_not_told) {
  const std::string one = row(cell("<text:p>x</text:p>"));
  const auto sheet = read_spreadsheet(
      ods(table(header + one) + table(one, "table:name=\"Notes\"") + table(header, "table:name=\"Empty\"") +
          table(header + one + one, "table:name=\"More\"") + table(header + one, "table:name=\"Yet more\"")),
      {}, examples::has_email);
  EXPECT_THAT(sheet->others, ::testing::ElementsAre("More", "Yet more"));
  EXPECT_EQ(sheet->rows.size(), 2u);
}

TEST(OdsReader, repeats_cells_and_rows_by_their_count) {
  EXPECT_EQ(
      read(ods(table(
          header +
          row(cell("<text:p>x</text:p>", "office:value-type=\"string\" table:number-columns-repeated=\"3\""),
              "table:number-rows-repeated=\"2\"") +
          row(cell("", "table:number-columns-repeated=\"16384\""), "table:number-rows-repeated=\"500\"") +
          row(cell("<text:p>y</text:p>"))))),
      "1: Email\n2: x|x|x\n3: x|x|x\n504: y\n");
}

TEST(OdsReader, refuses_repeated_content_beyond_the_limits) {
  EXPECT_THAT(second_row(cell("<text:p>x</text:p>",
                              "office:value-type=\"string\" table:number-columns-repeated=\"16384\"")),
              HasSubstr("refused: Column"));
  EXPECT_THAT(
      read(ods(table(header + row(cell("<text:p>x</text:p>"), "table:number-rows-repeated=\"1048576\"")))),
      HasSubstr("refused: The sheet has more than 10,000 rows"));
  EXPECT_THAT(read(ods(table(header + row(cell("<text:p>x</text:p>"),
                                          "table:number-rows-repeated=\"99999999999999999999\"")))),
              HasSubstr("refused: The file is damaged"));
  EXPECT_THAT(read(ods(table(header + row("", "table:number-rows-repeated=\"18446744073709551615\"") +
                             row(cell("<text:p>x</text:p>"))))),
              HasSubstr("refused: The file is damaged"));
}

TEST(OdsReader, a_cell_repeated_endlessly_held_its_thread_for_ever) {
  for (const char* element : {"table-cell", "covered-table-cell"}) {
    const auto repeated = [&](const std::string& times) {
      const std::string name = std::string("table:") + element;
      return second_row("<" + name + " table:number-columns-repeated=\"" + times + "\"><text:p>x</text:p></" +
                        name + ">" + cell("<text:p>y</text:p>"));
    };
    EXPECT_THAT(repeated("18446744073709551615"), HasSubstr("refused: The file is damaged"));
    EXPECT_THAT(repeated("99999999"), HasSubstr("refused: Column"));
  }
}

TEST(OdsReader, counts_covered_cells_of_a_merge) {
  EXPECT_EQ(
      second_row(cell("<text:p>a</text:p>") + "<table:covered-table-cell/>" + cell("<text:p>c</text:p>")),
      "1: Email\n2: a||c\n");
}

TEST(OdsReader, takes_the_first_visible_sheet_with_the_header) {
  const std::string styles =
      "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>";
  EXPECT_EQ(read(ods(table(row(cell("<text:p>notes</text:p>"))) +
                         table(header + row(cell("<text:p>hidden</text:p>")),
                               "table:name=\"h\" table:style-name=\"ta2\"") +
                         table(header + row(cell("<text:p>seen</text:p>"))) + table(header),
                     styles)),
            "1: Email\n2: seen\n");
}

TEST(OdsReader, refuses_an_encrypted_document) {
  EXPECT_THAT(read(examples::zip_of(
                  {{"META-INF/manifest.xml",
                    "<manifest:manifest "
                    "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-"
                    "entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"},
                   {"content.xml", "\x01\x02"}})),
              HasSubstr("refused: The file is protected with a password"));
}

}  // namespace
}  // namespace documents
