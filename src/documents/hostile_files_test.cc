// What a hostile or broken file costs: a sentence within a second of the processor, and at most 128 MiB.
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "documents/spreadsheet_examples.h"

namespace documents {
namespace {

using examples::Parts;
using examples::Xlsx;
using examples::zip_of;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::chrono::milliseconds most_time{1000};
constexpr std::size_t most_memory_kb = 128 << 10;

const std::string header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Email</t></is></c></row>";

std::size_t status_kb(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::stoul(line.substr(name.size() + 1));
  }
  return 0;
}

// Reads in a process of its own, so that its peak memory is this file's alone.
std::string read_within_bounds(const std::string& bytes) {
  int ends[2];
  if (pipe(ends) != 0) return "no pipe";
  const pid_t child = fork();
  if (child == 0) {
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak starts afresh
    const std::size_t before = status_kb("VmRSS:");
    Limits limits;
    limits.time = std::chrono::hours{1};  // what the clock would end is not bounded by itself
    std::string outcome = examples::read(bytes, limits).substr(0, 300);
    const std::size_t grown = status_kb("VmHWM:") - std::min(before, status_kb("VmHWM:"));
#ifndef __SANITIZE_ADDRESS__
    if (grown > most_memory_kb) outcome = "took " + std::to_string(grown) + " kB: " + outcome;
#endif
    _exit(write(ends[1], outcome.data(), outcome.size()) < 0);
  }
  close(ends[1]);
  std::string outcome(1000, '\0');
  const ssize_t got = read(ends[0], outcome.data(), outcome.size());
  outcome.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  close(ends[0]);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  // Its own processor time: what else the machine does is not the reader's doing.
  const auto took = std::chrono::milliseconds{(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 +
                                              (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000};
  if (took > most_time) return "took " + std::to_string(took.count()) + " ms: " + outcome;
  return status == 0 ? outcome : "crashed";
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

std::string with_part(std::string_view name, std::string content) {
  Parts parts = Xlsx{header}.parts();
  for (auto& part : parts) {
    if (part.first == name) part.second = std::move(content);
  }
  return zip_of(parts);
}

TEST(HostileFile, a_zip_bomb_is_refused) {
  EXPECT_THAT(read_within_bounds(Xlsx{header + std::string(80 << 20, ' ')}.bytes()),
              HasSubstr("refused: The file holds more than 64 MB"));
}

TEST(HostileFile, a_bomb_of_empty_cells_is_refused) {
  EXPECT_THAT(read_within_bounds(Xlsx{header + "<row>" + repeated("<c/>", 15 << 20) + "</row>"}.bytes()),
              HasSubstr("refused: The workbook holds too many cells"));
}

TEST(HostileFile, a_bomb_of_empty_shared_strings_is_refused) {
  EXPECT_THAT(read_within_bounds(Xlsx{header, repeated("<si/>", 12 << 20)}.bytes()),
              HasSubstr("refused: The workbook holds too much text"));
}

TEST(HostileFile, a_bomb_of_shared_text_is_refused) {
  EXPECT_THAT(read_within_bounds(
                  Xlsx{header, repeated("<si><t>" + std::string(32'000, 'x') + "</t></si>", 1'800)}.bytes()),
              HasSubstr("refused: The workbook holds too much text"));
}

TEST(HostileFile, a_long_text_in_every_cell_is_refused) {
  const std::string row = "<row>" + repeated("<c t=\"s\"><v>0</v></c>", 50) + "</row>";
  EXPECT_THAT(
      read_within_bounds(
          Xlsx{header + repeated(row, 10'000), "<si><t>" + std::string(32'000, 'x') + "</t></si>"}.bytes()),
      HasSubstr("refused: The sheet holds too much text"));
}

TEST(HostileFile, one_long_shared_string_in_a_thousand_cells_took_four_seconds) {
  const std::string row = "<row>" + repeated("<c t=\"s\"><v>0</v></c>", 50) + "</row>";
  for (const std::string_view letter : {"x", "*", "é", "\uFDFA", " ", "\u3000"}) {
    EXPECT_THAT(read_within_bounds(
                    Xlsx{repeated(row, 20), "<si><t>" + repeated(letter, 32'000) + "</t></si>"}.bytes()),
                StartsWith("refused: "))
        << letter;
  }
}

TEST(HostileFile, spaces_told_by_their_number_took_ten_seconds) {
  const auto cell = [](std::string_view inside, std::string_view more = {}) {
    return "<table:table-cell office:value-type=\"string\" " + std::string(more) + "><text:p>" +
           std::string(inside) + "</text:p></table:table-cell>";
  };
  const auto table = [](const std::string& rows) {
    return "<table:table table:name=\"S\">" + rows + "</table:table>";
  };
  const auto row = [](const std::string& cells, std::string_view more = {}) {
    return "<table:table-row " + std::string(more) + ">" + cells + "</table:table-row>";
  };
  const std::string spaces = "<text:s text:c=\"131000\"/>";
  const std::string long_cell = cell("y<text:s text:c=\"32000\"/>x", "table:number-columns-repeated=\"50\"");
  for (const std::string& tables : {
           table(row(repeated(cell(spaces), 20'000))),
           table(row(cell("Email")) + row(repeated(cell(spaces), 20'000))),
           table(repeated(row(long_cell), 20)),
           repeated(table(repeated(row(long_cell), 20)), 300),
           table(row(cell("Email")) + row(long_cell, "table:number-rows-repeated=\"10000\"")),
           repeated("<table:table/>", 2'000'000),
           table(row(cell("Email")) + repeated("<table:table-row/>", 1'000'000)),
       }) {
    EXPECT_THAT(read_within_bounds(examples::ods(tables)),
                ::testing::AnyOf(StartsWith("refused: "), StartsWith("1: Email")))
        << tables.substr(0, 200);
  }
}

TEST(HostileFile, a_workbook_that_names_one_sheet_without_end_is_read_once) {
  Parts parts = Xlsx{"<row><c><v>1</v></c></row>"}.parts();
  auto& workbook = parts[2].second;
  const std::string sheet = "<sheet name=\"Users\" sheetId=\"1\" r:id=\"rId1\"/>";
  workbook.replace(workbook.find(sheet), sheet.size(), repeated(sheet, 200'000));
  EXPECT_THAT(read_within_bounds(zip_of(parts)), HasSubstr("refused: No row of column headings"));
}

TEST(HostileFile, a_csv_of_nothing_but_signs_is_read_in_time) {
  for (const std::string& csv :
       {std::string(5'200'000, ','), "Email,Name\n" + std::string(5'200'000, ','),
        "Email,Name\n" + std::string(5'200'000, '\n') + "x", "Email,Name\n" + std::string(5'200'000, '"'),
        repeated("\x95\xCC\x88\x1D", 500'000), "Email,Name\n" + repeated("\x0B,\n", 1'700'000)}) {
    EXPECT_THAT(read_within_bounds(csv), ::testing::Not(HasSubstr("took"))) << csv.substr(0, 30);
  }
}

TEST(HostileFile, a_text_longer_than_a_cell_is_refused) {
  EXPECT_THAT(read_within_bounds(Xlsx{header + "<row><c t=\"inlineStr\"><is><t>" + std::string(40'000, 'x') +
                                      "</t></is></c></row>"}
                                     .bytes()),
              HasSubstr("refused: Cell A2 holds more than 32,767 characters"));
  EXPECT_THAT(read_within_bounds(Xlsx{header + "<row><c t=\"inlineStr\"><is><t>" +
                                      std::string(40 << 20, 'x') + "</t></is></c></row>"}
                                     .bytes()),
              HasSubstr("refused: Cell A2 holds more than 32,767 characters"));
}

TEST(HostileFile, one_endless_token_is_refused) {
  EXPECT_THAT(read_within_bounds(Xlsx{header + "<row r=\"" + std::string(60 << 20, '1') + "\"/>"}.bytes()),
              StartsWith("refused: The file is damaged"));
  EXPECT_THAT(read_within_bounds(Xlsx{header + "<!--" + std::string(60 << 20, '-')}.bytes()),
              StartsWith("refused: The file is damaged"));
}

TEST(HostileFile, endless_nesting_is_refused) {
  EXPECT_THAT(read_within_bounds(Xlsx{header + repeated("<a>", 10 << 20)}.bytes()),
              StartsWith("refused: The file is damaged"));
}

TEST(HostileFile, billion_laughs_are_refused) {
  std::string laughs = "<!DOCTYPE lolz [<!ENTITY l0 \"lol\">";
  for (int i = 1; i < 10; ++i)
    laughs +=
        "<!ENTITY l" + std::to_string(i) + " \"" + repeated("&l" + std::to_string(i - 1) + ";", 10) + "\">";
  EXPECT_THAT(
      read_within_bounds(with_part("xl/worksheets/sheet1.xml", laughs + "]><worksheet>&l9;</worksheet>")),
      StartsWith("refused: The file holds definitions"));
}

TEST(HostileFile, an_external_entity_is_refused_in_any_part) {
  const std::string entity = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f;</x>";
  for (const auto& part : Xlsx{header}.parts()) {
    if (part.first == "[Content_Types].xml") continue;
    EXPECT_THAT(read_within_bounds(with_part(part.first, entity)),
                StartsWith("refused: The file holds definitions"))
        << part.first;
  }
  EXPECT_THAT(read_within_bounds(zip_of({{"content.xml", entity}})),
              StartsWith("refused: The file holds definitions"));
}

TEST(HostileFile, too_many_entries_are_refused) {
  Parts parts = Xlsx{header}.parts();
  while (parts.size() <= 200) parts.emplace_back("xl/media/" + std::to_string(parts.size()), "x");
  EXPECT_THAT(read_within_bounds(zip_of(parts)),
              HasSubstr("refused: The file has more than 200 parts inside"));
}

TEST(HostileFile, an_entry_that_is_there_twice_is_refused) {
  Parts parts = Xlsx{header}.parts();
  parts.emplace_back("xl/worksheets/sheet2.xml", parts.back().second);
  std::string bytes = zip_of(parts);
  for (std::size_t at = bytes.find("sheet2.xml"); at != std::string::npos; at = bytes.find("sheet2.xml"))
    bytes.replace(at, 10, "sheet1.xml");
  EXPECT_THAT(read_within_bounds(bytes), StartsWith("refused: The file is damaged"));
  parts.back().first = "XL/worksheets/Sheet1.xml";
  EXPECT_THAT(read_within_bounds(zip_of(parts)), StartsWith("refused: The file is damaged"));
}

TEST(HostileFile, a_cell_far_below_or_far_to_the_right_is_refused) {
  EXPECT_THAT(
      read_within_bounds(Xlsx{header + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"}.bytes()),
      HasSubstr("refused: Row 1,048,576 has something in it"));
  EXPECT_THAT(read_within_bounds(Xlsx{header + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>"}.bytes()),
              HasSubstr("refused: Column XFD has something in it in row 2"));
  EXPECT_THAT(read_within_bounds(
                  Xlsx{header + "<row r=\"2\"><c r=\"ZZZZZZZZZZZZZZZZZZ2\"><v>1</v></c></row>"}.bytes()),
              StartsWith("refused: The file is damaged"));
}

TEST(HostileFile, an_encrypted_workbook_is_refused_as_such) {
  const std::string encrypted = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(600, '\0') +
                                std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  EXPECT_THAT(read_within_bounds(encrypted), HasSubstr("refused: The file is protected with a password"));
}

TEST(HostileFile, what_is_no_spreadsheet_is_refused_by_what_it_is) {
  EXPECT_THAT(read_within_bounds("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), HasSubstr("refused: This is a PDF"));
  EXPECT_THAT(read_within_bounds(zip_of({{"word/document.xml", "x"}})),
              HasSubstr("refused: This is a Word document"));
  EXPECT_THAT(read_within_bounds(zip_of({{"Index/Document.iwa", "x"}})),
              HasSubstr("refused: This is a Numbers file"));
  EXPECT_THAT(read_within_bounds(zip_of({{"xl/workbook.bin", "x"}})),
              HasSubstr("refused: This is a binary workbook"));
  EXPECT_THAT(read_within_bounds(zip_of({{"photo.jpg", "x"}})), HasSubstr("refused: This is a ZIP file"));
  EXPECT_THAT(read_within_bounds("<html><table>"), HasSubstr("refused: This is a web page"));
  EXPECT_THAT(read_within_bounds("<?xml version=\"1.0\"?><Workbook/>"),
              HasSubstr("refused: This is an XML file"));
  EXPECT_THAT(read_within_bounds(""), HasSubstr("refused: The file is empty"));
  EXPECT_THAT(read_within_bounds(" \r\n\t"), HasSubstr("refused: The file is empty"));
}

TEST(HostileFile, a_file_over_the_limit_is_refused) {
  EXPECT_THAT(read_within_bounds(std::string((5 << 20) + 1, 'x')),
              HasSubstr("refused: The file is larger than 5 MB"));
}

TEST(HostileFile, a_truncated_file_is_refused_wherever_it_ends) {
  const std::string whole = Xlsx{header}.bytes();
  for (std::size_t size = 4; size < whole.size(); size += 7)
    EXPECT_THAT(examples::read(whole.substr(0, size)), StartsWith("refused: ")) << size;
}

TEST(HostileFile, a_changed_byte_never_does_more_than_be_refused_or_read) {
  const std::string whole = Xlsx{header}.bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    EXPECT_FALSE(examples::read(changed).empty()) << at;
  }
}

TEST(HostileFile, more_rows_than_the_limit_are_refused_and_as_many_are_read) {
  EXPECT_THAT(read_within_bounds(Xlsx{header + repeated("<row><c><v>1</v></c></row>", 10'001)}.bytes()),
              HasSubstr("refused: The sheet has more than 10,000 rows"));
  EXPECT_THAT(read_within_bounds(Xlsx{header + repeated("<row><c><v>1</v></c></row>", 10'000)}.bytes()),
              StartsWith("1: Email\n2: 1\n"));
  EXPECT_THAT(read_within_bounds("Email\n" + repeated("x\n", 10'001)),
              HasSubstr("refused: The sheet has more than 10,000 rows"));
}

TEST(HostileFile, the_time_limit_is_kept) {
  Limits none;
  none.time = std::chrono::seconds{-1};
  EXPECT_THAT(examples::read(Xlsx{header}.bytes(), none),
              HasSubstr("refused: The file takes too long to read"));
  EXPECT_THAT(examples::read("Email\nx\n", none), HasSubstr("refused: The file takes too long to read"));
}

}  // namespace
}  // namespace documents
