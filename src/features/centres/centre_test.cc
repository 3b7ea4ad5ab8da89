#include "features/centres/centre.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace centres {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;

auto error_beside(std::string field) {
  return Field(&base::FieldError::field, field);
}

TEST(CheckedCentre, is_right_with_five_digits_and_a_name) {
  EXPECT_THAT(check("10001", "Demo Hill School"), IsEmpty());
  EXPECT_THAT(check("00042", "Ysgol Siân & Ffôs-y-ffin"), IsEmpty());
}

TEST(CheckedCentre, is_refused_without_a_number_of_five_digits) {
  for (const char* number : {"", "1234", "123456", "1234a", " 1234", "１２３４５"}) {
    EXPECT_THAT(check(number, "Demo Hill School"), ElementsAre(error_beside("number"))) << number;
  }
}

TEST(CheckedCentre, is_refused_without_a_name_that_can_be_shown) {
  for (const char* name : {"", " \t ", "Demo\nHill", "Demo \xE2 Hill"}) {
    EXPECT_THAT(check("10001", name), ElementsAre(error_beside("name"))) << name;
  }
}

TEST(CheckedCentre, is_refused_with_a_name_over_200_characters) {
  EXPECT_THAT(check("10001", std::string(200, 'x')), IsEmpty());
  EXPECT_THAT(
      check("10001", std::string(201, 'x')),
      ElementsAre(base::FieldError{"name", "Use at most 200 characters for the name; this has 201."}));
}

}  // namespace
}  // namespace centres
