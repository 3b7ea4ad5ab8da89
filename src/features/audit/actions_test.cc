#include "features/audit/actions.h"

#include <gtest/gtest.h>

#include <set>

namespace audit {
namespace {

TEST(Actions, have_codes_of_their_own_and_words) {
  std::set<std::string_view> codes;
  for (const auto& action : all_actions()) {
    EXPECT_TRUE(codes.insert(action.code).second) << action.code;
    EXPECT_FALSE(action.words.empty()) << action.code;
  }
}

TEST(Actions, read_as_words) {
  EXPECT_EQ(words("account.added"), "Added a user");
}

TEST(Actions, of_another_binary_read_as_their_code) {
  EXPECT_EQ(words("moon.landed"), "moon.landed");
}

}  // namespace
}  // namespace audit
