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
  EXPECT_EQ(sheet->guessed_alphabet, "Windows");
}

TEST(CsvReader, says_nothing_of_the_alphabet_where_the_file_tells_it) {
  EXPECT_EQ(read_spreadsheet("Email,Name\nx,Siân\n", {}, examples::has_email)->guessed_alphabet, "");
}

// One odd character made "SiÃ¢n" of every name.
TEST(CsvReader, utf8_with_a_control_character_was_read_in_another_alphabet) {
  for (const std::string odd :
       {"\xC2\x92", "\xC2\x80", "\xC2\x9F", "\xC2\x85", "\x0B", "\x0C", "\x1B", "\x7F", "\x1A"}) {
    EXPECT_THAT(read("Email,Name\nx,Siân\ny,O" + odd + "Neil\nz,Łukasz\n"),
                ::testing::MatchesRegex(
                    "1: Email\\|Name\n2: x\\|Siân\n3: y\\|\\(holds a character that cannot be shown, "
                    "U\\+00.*; type it again\\)\n4: z\\|Łukasz\n"))
        << odd;
  }
  EXPECT_THAT(read("Email,Name\nx,a\x0B\n"), HasSubstr("U+000B (vertical tab)"));
  EXPECT_THAT(read("Email,Name\nx,a\x0C\n"), HasSubstr("U+000C (form feed)"));
  EXPECT_THAT(read("Email,Name\nx,O\xC2\x92Neil\n"), HasSubstr("U+0092 (“’” of an old program)"));
}

TEST(CsvReader, a_nul_in_one_cell_was_no_spreadsheet) {
  EXPECT_EQ(read(std::string("Email,Name\nx,a\0b\ny,Siân\n", 25)),
            "1: Email|Name\n2: x|(holds a character that cannot be shown, U+0000 (NUL); type it again)\n3: "
            "y|Siân\n");
}

TEST(CsvReader, keeps_what_can_be_shown_of_a_cell_with_a_problem) {
  const auto sheet = read_spreadsheet(
      "Email\x0B,Name\nx,a\x0B"
      "b\n",
      {}, examples::has_email);
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->rows[1].cells[1].text, "ab");
}

TEST(CsvReader, a_damaged_byte_made_every_other_name_wrong) {
  const std::string lost =
      "(holds a character that cannot be shown, “\uFFFD”, in place of a letter that was lost when the file "
      "was saved; type it again)\n";
  EXPECT_EQ(read("Email,Name\nx,Siân\ny,Llŷr\nz,O\x92Neil\n"),
            "1: Email|Name\n2: x|Siân\n3: y|Llŷr\n4: z|" + lost);
  EXPECT_EQ(read("Email,Name\nx,Siân\ny,Llŷr\nz,Zo\xC3"),
            "1: Email|Name\n2: x|Siân\n3: y|Llŷr\n4: z|" + lost);
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "Email,Name\nx,Si\xE2n\n"),
            "1: Email|Name\n2: x|" + lost);
  EXPECT_EQ(read("Email,Name\nx,Si\uFFFDn\n"), "1: Email|Name\n2: x|" + lost);
  EXPECT_EQ(read(utf16("Email,Name\r\nx,", true, true) + std::string("\x34\xD8"
                                                                     "a\0\n\0",
                                                                     6)),
            "1: Email|Name\n2: x|" + lost);
}

TEST(CsvReader, the_end_of_an_old_file_was_a_problem) {
  EXPECT_EQ(read("Email,Name\r\nx,Siân\r\n\x1A"), "1: Email|Name\n2: x|Siân\n");
  EXPECT_EQ(read("Email,Name\r\nx,Siân\x1A\r\n"), "1: Email|Name\n2: x|Siân\n");
  EXPECT_EQ(read("Email,Name\r\nx,Siân\r\n\x1A" + std::string(10, '\0')), "1: Email|Name\n2: x|Siân\n");
}

std::string alphabet_of(std::string_view bytes) {
  const auto sheet = read_spreadsheet(bytes, {}, examples::has_email);
  return sheet ? sheet->guessed_alphabet : sheet.error().fields.at(0).message;
}

TEST(CsvReader, the_letters_of_old_macintoshes_were_no_spreadsheet) {
  const std::string mac =
      "Email,Name\rx,Zo\x91 M\x9Fller\ry,Jos\x8E Nu\x96"
      "ez\rz,Fran\x8Doise Lef\x8Fvre O\xD5Neil";
  EXPECT_EQ(read(mac), "1: Email|Name\n2: x|Zoë Müller\n3: y|José Nuñez\n4: z|Françoise Lefèvre O’Neil\n");
  EXPECT_EQ(alphabet_of(mac), "Macintosh");
  std::string with_line_feeds = mac;
  std::ranges::replace(with_line_feeds, '\r', '\n');
  EXPECT_EQ(read(with_line_feeds), read(mac));
}

TEST(CsvReader, the_letters_of_MS_DOS_were_signs) {
  const std::string dos =
      "Email,Name\r\nx,Zo\x89 M\x81ller\r\ny,Jos\x82 Nu\xA4"
      "ez\r\nz,Si\x83n\r\n";
  EXPECT_EQ(read(dos), "1: Email|Name\n2: x|Zoë Müller\n3: y|José Nuñez\n4: z|Siân\n");
  EXPECT_EQ(alphabet_of(dos), "MS-DOS");
}

TEST(CsvReader, takes_windows_1252_where_the_others_would_do_as_well) {
  for (const char* name : {"Si\xE2n", "JOS\xC9", "M\xDCLLER", "\xC9mile", "O\x92Neil", "Lee \x96 Smith",
                           "\x93"
                           "Annie\x94",
                           "D\x92"
                           "Arcy \x80"})
    EXPECT_EQ(alphabet_of("Email,Name\nx," + std::string(name) + "\n"), "Windows") << name;
}

TEST(CsvReader, text_that_Excel_was_made_to_take_as_text_kept_its_sign_and_quotation_marks) {
  EXPECT_EQ(read("Email,Name\n=\"x\",\"=\"\"A \"\"\"\"B\"\"\"\" C\"\"\"\n"),
            "1: Email|Name\n2: x|A \"B\" C\n");
  EXPECT_EQ(read("Email,Name\n=1+1,=\"\n"), "1: Email|Name\n2: =1+1|=\"\n");
}

TEST(CsvReader, many_blank_lines_first_were_an_empty_file) {
  EXPECT_EQ(read(std::string(2000, '\n') + "Email\nx\n"), "2001: Email\n2002: x\n");
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
}

}  // namespace
}  // namespace documents
