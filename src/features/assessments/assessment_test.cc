#include "features/assessments/assessment.h"

#include <gtest/gtest.h>

#include "features/assessments/test_content.h"

namespace assessments {
namespace {

using namespace std::chrono_literals;

Section with_questions(std::size_t n, PassMark mark) {
  Section section;
  section.questions.resize(n);
  section.pass_mark = mark;
  return section;
}

TEST(Assessment, needs_every_question_right_unless_its_file_says_otherwise) {
  EXPECT_EQ(with_questions(20, {}).marks_needed(), 20u);
}

TEST(Assessment, rounds_a_share_up_to_whole_questions) {
  EXPECT_EQ(with_questions(18, {80, true}).marks_needed(), 15u);
  EXPECT_EQ(with_questions(20, {80, true}).marks_needed(), 16u);
  EXPECT_EQ(with_questions(3, {1, true}).marks_needed(), 1u);
}

TEST(Assessment, takes_a_pass_mark_in_questions_as_it_is) {
  EXPECT_EQ(with_questions(20, {15, false}).marks_needed(), 15u);
}

TEST(Assessment, is_for_its_audience_only) {
  const auto assessment = test::assessment();
  EXPECT_TRUE(assessment.is_for(access::Role::invigilator));
  EXPECT_FALSE(assessment.is_for(access::Role::senior_leader));
}

TEST(Assessment, has_the_same_hash_exactly_when_the_content_is_the_same) {
  const auto one = test::assessment();
  auto other = test::assessment();
  other.sections[0].id = SectionId{7};
  EXPECT_EQ(content_hash(one), content_hash(other));
  other.sections[0].questions[0].options[1].text += ".";
  EXPECT_NE(content_hash(one), content_hash(other));
}

TEST(Assessment, has_another_hash_when_text_moves_from_one_field_to_the_next) {
  auto one = test::assessment();
  auto other = test::assessment();
  one.title = "ab", one.summary = "c";
  other.title = "a", other.summary = "bc";
  EXPECT_NE(content_hash(one), content_hash(other));
}

TEST(Assessment, keeps_the_hash_that_databases_already_hold) {
  EXPECT_EQ(content_hash(test::assessment()),
            "2586453c3bb7a3602eaa19c72873e6d9f8644fcceddbd3cfbec1dc74a5cddac5");
}

TEST(Assessment, says_a_time_limit_in_words_and_as_its_file_does) {
  EXPECT_EQ(duration_words(std::nullopt), "Untimed");
  EXPECT_EQ(duration_words(20min), "20 minutes");
  EXPECT_EQ(duration_words(61min), "1 hour 1 minute");
  EXPECT_EQ(duration_words(1h + 30min + 5s), "1 hour 30 minutes 5 seconds");
  EXPECT_EQ(time_limit_text(90min), "1h30m");
  EXPECT_EQ(time_limit_text(45s), "45s");
}

}  // namespace
}  // namespace assessments
