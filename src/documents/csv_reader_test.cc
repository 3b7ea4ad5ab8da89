#include <gmock/gmock.h>

#include "documents/spreadsheet_examples.h"

namespace documents {
namespace {

using examples::read;
using ::testing::HasSubstr;

std::string utf16(std::string_view ascii, bool little, bool mark) {
  std::string out = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
  for (const char c : ascii) {
    if (!little) out += '\0';
    out += c;
    if (little) out += '\0';
  }
  return out;
}

TEST(CsvReader, reads_commas_semicolons_and_tabs) {
  for (const std::string delimiter : {",", ";", "\t"}) {
    EXPECT_EQ(read("Name" + delimiter + "Email\r\nAnn" + delimiter + "a@b.example\r\n"),
              "1: Name|Email\n2: Ann|a@b.example\n")
        << delimiter;
  }
}

TEST(CsvReader, takes_the_delimiter_that_makes_the_header_whatever_the_cells_hold) {
  EXPECT_EQ(read("Name;Email\n\"Lee, Ann, Ms, BA, MA\";a@b.example\n"),
            "1: Name|Email\n2: Lee, Ann, Ms, BA, MA|a@b.example\n");
}

TEST(CsvReader, obeys_a_separator_line_without_counting_it) {
  EXPECT_EQ(read("sep=;\r\nName;Email\r\nAnn;x,y\r\n"), "1: Name|Email\n2: Ann|x,y\n");
  EXPECT_EQ(read("\xEF\xBB\xBFSEP=|\nName|Email\n"), "1: Name|Email\n");
}

TEST(CsvReader, reads_utf8_with_and_without_a_byte_order_mark) {
  EXPECT_EQ(read("Email,Name\nx,Łukasz 李\n"), "1: Email|Name\n2: x|Łukasz 李\n");
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "Email,Name\nx,Łukasz\n"),
            "1: Email|Name\n2: x|Łukasz\n");
}

TEST(CsvReader, reads_utf16_of_either_order) {
  for (const bool little : {true, false}) {
    for (const bool mark : {true, false})
      EXPECT_EQ(read(utf16("Email,Name\r\nx,Ann\r\n", little, mark)), "1: Email|Name\n2: x|Ann\n");
  }
}

TEST(CsvReader, reads_windows_1252_and_says_that_it_was_a_guess) {
  const auto sheet = read_spreadsheet("Email,Name\nx,Si\xE2n O\x92Neil \x80\n", {}, examples::has_email);
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->rows[1].cells[1].text, "Siân O’Neil €");
  EXPECT_THAT(sheet->note, HasSubstr("read as Western European (Windows)"));
}

TEST(CsvReader, says_nothing_of_the_alphabet_where_the_file_tells_it) {
  EXPECT_EQ(read_spreadsheet("Email,Name\nx,Siân\n", {}, examples::has_email)->note, "");
}

TEST(CsvReader, keeps_quoted_line_breaks_delimiters_and_quotation_marks) {
  EXPECT_EQ(read("Email,Name\r\n\"a\r\nb\",\"He said \"\"no\"\", twice\"\r\nlast,row"),
            "1: Email|Name\n2: a\r\nb|He said \"no\", twice\n3: last|row\n");
}

TEST(CsvReader, keeps_quotation_marks_inside_an_unquoted_cell) {
  EXPECT_EQ(read("Email,Name\nx,5\" pipe\n"), "1: Email|Name\n2: x|5\" pipe\n");
}

TEST(CsvReader, says_when_text_follows_a_closing_quotation_mark) {
  EXPECT_THAT(read("Email,Name\nx,\"Ann\" Lee\n"),
              HasSubstr("2: x|(has text after its closing quotation mark"));
}

TEST(CsvReader, refuses_a_quotation_mark_that_is_never_closed) {
  EXPECT_THAT(read("Email,Name\nx,\"Ann\ny,Lee\n"),
              HasSubstr("refused: A quotation mark that opens in row 2 is never closed"));
}

TEST(CsvReader, counts_blank_lines_and_drops_them) {
  EXPECT_EQ(read("\n\nEmail,Name\n,,\n \xC2\xA0,\nx,Ann\n"), "3: Email|Name\n6: x|Ann\n");
}

TEST(CsvReader, reads_the_line_ends_of_old_macintoshes) {
  EXPECT_EQ(read("Email,Name\rx,Ann\ry,Lee"), "1: Email|Name\n2: x|Ann\n3: y|Lee\n");
}

TEST(CsvReader, refuses_what_is_no_text) {
  EXPECT_THAT(read(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)),
              HasSubstr("refused: The file is not a spreadsheet"));
  EXPECT_THAT(read(std::string("Email,Name\nx,a\0b\n", 17)),
              HasSubstr("refused: The file is not a spreadsheet"));
}

}  // namespace
}  // namespace documents
