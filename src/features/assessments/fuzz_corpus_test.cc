// Every input that the fuzzer ever found worth keeping, replayed. A failure aborts, as it does under the
// fuzzer.
#include <gtest/gtest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "features/assessments/fuzz/properties.h"

namespace assessments {
namespace {

TEST(AssessmentFileFuzzCorpus, is_refused_with_a_line_or_read_back_unchanged) {
  std::size_t replayed = 0;
  for (const auto& entry : std::filesystem::directory_iterator("src/features/assessments/fuzz/corpus")) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    check_file(bytes.str());
    ++replayed;
  }
  EXPECT_GT(replayed, 10u);
}

}  // namespace
}  // namespace assessments
