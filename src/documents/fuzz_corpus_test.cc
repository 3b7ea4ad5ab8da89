// Every input that a fuzzer ever found worth keeping, replayed. A failure aborts, as it does under the
// fuzzer.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "documents/fuzz/properties.h"

namespace documents {
namespace {

std::size_t replay(const std::string& corpus, void (*check)(std::string_view)) {
  std::size_t inputs = 0;
  for (const auto& file : std::filesystem::directory_iterator("src/documents/fuzz/corpus/" + corpus)) {
    std::ostringstream bytes;
    bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
    check(bytes.str());
    ++inputs;
  }
  return inputs;
}

TEST(FuzzCorpusOfSpreadsheets, of_whole_files_holds) {
  EXPECT_GT(replay("spreadsheet", check_spreadsheet), 5u);
}

TEST(FuzzCorpusOfSpreadsheets, of_parts_of_spreadsheets_holds) {
  EXPECT_GT(replay("parts", check_part), 5u);
}

}  // namespace
}  // namespace documents
