#include "features/authoring/editing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/assessment_rules.h"
#include "features/assessments/test_content.h"

namespace authoring {
namespace {

using ::testing::ElementsAre;

TEST(TheEditor, makes_keys_of_titles_and_never_the_same_twice) {
  assessments::Assessment content;
  for (const char* title : {"Before the exam!", "Before the Exam", "Été 2026", "考试"})
    add_section(content, title);
  std::vector<std::string> keys;
  for (const auto& section : content.sections) keys.push_back(section.key);
  EXPECT_THAT(keys, ElementsAre("before-the-exam", "before-the-exam-2", "ete-2026", "section"));
}

TEST(TheEditor, adds_a_question_with_room_for_two_options_and_a_key_of_its_own) {
  assessments::Section section;
  add_question(section);
  add_question(section);
  rearrange(section.questions, 0, "delete");
  add_question(section);
  ASSERT_EQ(section.questions.size(), 2);
  EXPECT_NE(section.questions[0].key, section.questions[1].key);
  EXPECT_EQ(section.questions[1].options.size(), 2);
}

TEST(TheEditor, moves_and_deletes_within_bounds) {
  std::vector<int> items{1, 2, 3};
  rearrange(items, 2, "up");
  EXPECT_THAT(items, ElementsAre(1, 3, 2));
  rearrange(items, 0, "up");
  rearrange(items, 2, "down");
  rearrange(items, 9, "delete");
  rearrange(items, 0, "sideways");
  EXPECT_THAT(items, ElementsAre(1, 3, 2));
  rearrange(items, 0, "down");
  rearrange(items, 2, "delete");
  EXPECT_THAT(items, ElementsAre(3, 1));
}

TEST(TheEditor, adds_no_more_than_an_assessment_may_hold) {
  assessments::Question question;
  for (int i = 0; i < 20; ++i) add_option(question);
  EXPECT_EQ(question.options.size(), assessments::max_options);
}

TEST(TheEditor, starts_a_next_version_without_making_anybody_take_a_section_again) {
  auto published = test::assessment();
  published.sections[0].retake = true;
  EXPECT_FALSE(as_next(published).sections[0].retake);
}

}  // namespace
}  // namespace authoring
