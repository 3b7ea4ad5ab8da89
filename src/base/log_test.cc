#include "base/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace base {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

class LogTest : public ::testing::Test {
 protected:
  void SetUp() override { set_log_level(LogLevel::info); }
  void TearDown() override { set_log_level(LogLevel::info); }

  template <class F>
  static std::string written(F&& f) {
    ::testing::internal::CaptureStderr();
    f();
    return ::testing::internal::GetCapturedStderr();
  }
};

TEST_F(LogTest, writes_one_json_object_a_line) {
  const auto line =
      written([] { log(LogLevel::info, "request", {{"status", 200}, {"route", "/users/{id}"}}); });
  EXPECT_THAT(line, MatchesRegex(R"(\{"time":"[-0-9]+T[:.0-9]+Z","level":"info","event":"request",.*\}.)"));
  EXPECT_THAT(line, EndsWith(R"("status":200,"route":"/users/{id}"})"
                             "\n"));
}

TEST_F(LogTest, cannot_be_made_to_start_another_line_or_field) {
  const auto line =
      written([] { log(LogLevel::info, "x", {{"agent", "a\"}\n{\"level\":\"error\\\r\t\x01\x7f"}}); });
  EXPECT_EQ(std::ranges::count(line, '\n'), 1);
  EXPECT_THAT(line, HasSubstr(R"("agent":"a\"}\u000a{\"level\":\"error\\\u000d\u0009\u0001\u007f")"));
}

TEST_F(LogTest, keeps_text_in_any_script) {
  EXPECT_THAT(written([] { log(LogLevel::error, "x", {{"place", "Ynys Môn 李"}}); }),
              HasSubstr("Ynys Môn 李"));
}

TEST_F(LogTest, names_the_level) {
  EXPECT_THAT(written([] { log(LogLevel::warning, "x"); }), HasSubstr(R"("level":"warning")"));
}

TEST_F(LogTest, leaves_out_what_is_below_the_level_set) {
  set_log_level(LogLevel::warning);
  EXPECT_EQ(written([] { log(LogLevel::info, "quiet"); }), "");
  EXPECT_THAT(written([] { log(LogLevel::error, "loud"); }), HasSubstr("loud"));
}

TEST_F(LogTest, keeps_lines_whole_when_many_threads_write) {
  const auto text = written([] {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([] {
        for (int i = 0; i < 100; ++i) log(LogLevel::info, "parallel", {{"n", i}});
      });
    }
  });
  EXPECT_EQ(std::ranges::count(text, '\n'), 400);
  EXPECT_EQ(std::ranges::count(text, '{'), 400);
}

}  // namespace
}  // namespace base
