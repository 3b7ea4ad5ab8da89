// Every input that a fuzzer ever found worth keeping, replayed. A failure aborts, as it does under the
// fuzzer.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "web/fuzz/properties.h"

namespace web {
namespace {

std::size_t replay(const std::string& corpus, void (*check)(std::string_view)) {
  std::size_t inputs = 0;
  for (const auto& file : std::filesystem::directory_iterator("src/web/fuzz/corpus/" + corpus)) {
    std::ostringstream bytes;
    bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
    check(bytes.str());
    ++inputs;
  }
  return inputs;
}

TEST(FuzzCorpusOfRequests, OfUrlencodedFormsHolds) {
  EXPECT_GT(replay("urlencoded", check_urlencoded), 5U);
}
TEST(FuzzCorpusOfRequests, OfMultipartFormsHolds) {
  EXPECT_GT(replay("multipart", check_multipart), 5U);
}
TEST(FuzzCorpusOfRequests, OfTargetsHolds) {
  EXPECT_GT(replay("target", check_target), 5U);
}

}  // namespace
}  // namespace web
