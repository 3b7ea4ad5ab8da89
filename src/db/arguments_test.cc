#include "db/arguments.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "db/errors.h"

namespace db {
namespace {

using namespace std::string_view_literals;

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
