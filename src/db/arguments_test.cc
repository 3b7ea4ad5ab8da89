#include "db/arguments.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "db/errors.h"

namespace db {
namespace {

using namespace std::string_view_literals;

TEST(ArgumentsTest, take_text_of_every_script) {
  EXPECT_TRUE(storable_text(""));
  EXPECT_TRUE(storable_text("O'Neil Łukasz 李 👩‍🏫\t\n"));
  EXPECT_TRUE(storable_text("\xF4\x8F\xBF\xBF"));  // U+10FFFF
}

TEST(ArgumentsTest, refuse_text_that_is_not_utf8) {
  for (const std::string_view text :
       {"\xFF"sv, "\x80"sv, "a\xC3"sv, "\xC0\xAF"sv, "\xE0\x80\xAF"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv,
        "\xF0\x82\x82\xAC"sv, "\xE2\x82"sv, "\xC3("sv})
    EXPECT_FALSE(storable_text(text));
}

TEST(ArgumentsTest, refuse_nul_in_text) {
  EXPECT_FALSE(storable_text("a\0b"sv));
}

TEST(ArgumentsTest, must_be_as_many_as_the_placeholders) {
  const Value two[] = {Value(1), Value(2)};
  EXPECT_NO_THROW(check_arguments("? ?", 2, two));
  EXPECT_THROW(check_arguments("?", 1, two), std::logic_error);
  EXPECT_THROW(check_arguments("? ? ?", 3, two), std::logic_error);
}

TEST(ArgumentsTest, are_not_quoted_in_the_error) {
  const Value secret[] = {Value("secret\xFF")};
  try {
    check_arguments("INSERT ?", 1, secret);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()).find("secret"), std::string::npos);
  }
}

}  // namespace
}  // namespace db
