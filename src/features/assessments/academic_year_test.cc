#include "features/assessments/academic_year.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "features/assessments/assessment_rules.h"
#include "features/assessments/test_content.h"

namespace assessments {
namespace {

TEST(AcademicYear, is_followed_by_the_next_one) {
  EXPECT_EQ(next_year("2026/27"), "2027/28");
  EXPECT_EQ(next_year("2098/99"), "2099/00");
  EXPECT_TRUE(is_academic_year(next_year("2098/99")));
  EXPECT_THROW(next_year("2026"), std::logic_error);
}

TEST(AcademicYear, of_content_is_moved_with_the_day_on_which_its_certificates_end) {
  const auto later = for_year(test::assessment(), "2028/29");
  EXPECT_EQ(later.year, "2028/29");
  EXPECT_EQ(later.valid_until, "2029-08-31");
  EXPECT_TRUE(check(later).empty());
}

TEST(AcademicYear, keeps_certificates_without_an_end_without_one) {
  auto content = test::assessment();
  content.valid_until = {};
  EXPECT_EQ(for_year(content, "2027/28").valid_until, "");
}

TEST(AcademicYear, ends_on_the_28th_of_february_where_there_is_no_29th) {
  auto content = test::assessment();
  content.valid_until = "2028-02-29";
  EXPECT_EQ(for_year(content, "2027/28").valid_until, "2029-02-28");
}

TEST(AcademicYear, begins_afresh_so_that_nothing_is_to_be_taken_again) {
  auto content = test::assessment();
  content.sections[0].retake = true;
  EXPECT_FALSE(for_year(content, "2027/28").sections[0].retake);
}

}  // namespace
}  // namespace assessments
