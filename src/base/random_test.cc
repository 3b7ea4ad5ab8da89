#include "base/random.h"

#include <gtest/gtest.h>

#include <set>

namespace base {
namespace {

TEST(RandomToken, of_32_bytes_is_43_characters_that_need_no_escaping) {
  const auto token = random_token();
  EXPECT_EQ(token.size(), 43U);
  EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            token.npos);
}

TEST(RandomToken, has_the_length_asked_for) {
  EXPECT_EQ(random_token(16).size(), 22U);
  EXPECT_EQ(random_token(1).size(), 2U);
}

TEST(RandomToken, never_comes_twice) {
  std::set<std::string> tokens;
  for (int i = 0; i < 10'000; ++i) tokens.insert(random_token());
  EXPECT_EQ(tokens.size(), 10'000U);
}

TEST(RandomToken, uses_all_its_characters_about_equally) {
  std::map<char, int> seen;
  for (int i = 0; i < 1'000; ++i) {
    for (const char c : random_token(48)) ++seen[c];
  }
  EXPECT_EQ(seen.size(), 64U);
  for (const auto& [c, count] : seen) EXPECT_NEAR(count, 1'000, 250) << c;
}

TEST(Sha256, is_the_known_digest) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, takes_any_bytes) {
  EXPECT_NE(sha256_hex(std::string_view("\0", 1)), sha256_hex(""));
}

TEST(ConstantTimeComparison, tells_equal_from_different) {
  EXPECT_TRUE(equal_in_constant_time("token", "token"));
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_FALSE(equal_in_constant_time("token", "tokem"));
  EXPECT_FALSE(equal_in_constant_time("token", "toke"));
  EXPECT_FALSE(equal_in_constant_time("", "t"));
}

}  // namespace
}  // namespace base
