#include "base/number.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace base {
namespace {

TEST(NumberFrom, is_the_whole_of_the_text) {
  EXPECT_EQ(number_from<int>("0"), 0);
  EXPECT_EQ(number_from<int>("-17"), -17);
  EXPECT_EQ(number_from<std::size_t>("0012"), 12U);
  EXPECT_EQ(number_from<std::int64_t>("9223372036854775807"), INT64_MAX);
}

TEST(NumberFrom, is_nothing_for_what_is_no_number_or_does_not_fit) {
  for (const auto* text : {"", " 1", "1 ", "+1", "1.0", "1a", "0x1", "--1", "9223372036854775808"}) {
    EXPECT_EQ(number_from<std::int64_t>(text), std::nullopt) << text;
  }
  EXPECT_EQ(number_from<std::size_t>("-1"), std::nullopt);
}

}  // namespace
}  // namespace base
