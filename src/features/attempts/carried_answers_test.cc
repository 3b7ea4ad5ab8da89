#include "features/attempts/carried_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attempts {
namespace {

using ::testing::IsEmpty;

TEST(CarriedAnswers, come_out_as_they_went_in) {
  const FormItems form{{"csrf", "abc"}, {"q3", "17"},  {"q3", "20"},
                       {"was3", ""},    {"was4", "9"}, {"save", "yes"}};
  EXPECT_EQ(packed(form), "3.17.20-4");
  EXPECT_EQ(unpacked("3.17.20-4"), (FormItems{{"was3", "?"}, {"q3", "17"}, {"q3", "20"}, {"was4", "?"}}));
}

TEST(CarriedAnswers, are_only_those_that_the_form_changed) {
  EXPECT_EQ(
      packed({{"q3", "117"}, {"q3", "20"}, {"was3", "20,117"}, {"was4", ""}, {"q5", "8"}, {"was5", "7"}}),
      "5.8");
}

TEST(CarriedAnswers, hold_nothing_that_is_not_one) {
  EXPECT_EQ(packed({{"q3x", "17"}, {"q3", "1; DROP"}, {"email", "ann@here.example"}}), "");
  EXPECT_THAT(unpacked("<script>-x.1-.5"), IsEmpty());
}

TEST(CarriedAnswers, are_not_carried_where_they_are_too_many) {
  FormItems form;
  for (int i = 0; i < 2000; ++i) form.emplace_back("q" + std::to_string(i), "123456");
  EXPECT_EQ(packed(form), std::nullopt);
}

}  // namespace
}  // namespace attempts
