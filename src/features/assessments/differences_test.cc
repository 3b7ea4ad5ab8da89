#include "features/assessments/differences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <utility>

#include "features/assessments/test_content.h"

namespace assessments {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = Difference::Kind;

template <class F>
std::vector<Difference> after(F change) {
  auto newer = test::assessment();
  change(newer);
  return differences(test::assessment(), newer);
}

TEST(Differences, are_none_between_equal_contents) {
  EXPECT_THAT(after([](Assessment& a) { a.sections[0].id = SectionId{3}; }), IsEmpty());
}

TEST(Differences, say_what_the_assessment_as_a_whole_was_and_is) {
  EXPECT_THAT(after([](Assessment& a) {
                a.title = "Essentials";
                a.audience = {access::Role::invigilator};
                a.summary = "";
              }),
              ElementsAre(Difference{Kind::changed, "", "Title: “Exam room essentials” is now “Essentials”"},
                          Difference{Kind::changed, "", "Audience: “EO, INV” is now “INV”"},
                          Difference{Kind::removed, "", "Summary: “What to know before the first exam.”"}));
}

TEST(Differences, name_sections_and_questions_that_came_or_went) {
  EXPECT_THAT(after([](Assessment& a) {
                a.sections.erase(a.sections.begin());
                a.sections.push_back(test::section("after"));
                a.sections[0].questions[1] = test::question("four");
              }),
              ElementsAre(Difference{Kind::added, "Section “About during”", "Question “What about four?”"},
                          Difference{Kind::removed, "Section “About during”", "Question “What about two?”"},
                          Difference{Kind::added, "", "Section “About after”"},
                          Difference{Kind::removed, "", "Section “About before”"}));
}

TEST(Differences, say_when_limits_change_and_passes_stop_counting) {
  EXPECT_THAT(
      after([](Assessment& a) {
        a.sections[1].time_limit = 20min;
        a.sections[1].pass_mark = {80, true};
        a.sections[1].retake = true;
      }),
      ElementsAre(
          Difference{Kind::changed, "Section “About during”", "Time limit: “Untimed” is now “20 minutes”"},
          Difference{Kind::changed, "Section “About during”", "Pass mark: “100%” is now “80%”"},
          Difference{Kind::changed, "Section “About during”",
                     "Earlier passes stop counting: it must be taken again"}));
}

TEST(Differences, say_what_changed_about_a_question_and_its_options) {
  EXPECT_THAT(
      after([](Assessment& a) {
        auto& question = a.sections[0].questions[0];
        question.text = "Which one?";
        question.options = {{{}, "The right one", false}, {{}, "Another one", true}};
      }),
      ElementsAre(
          Difference{Kind::changed, "Section “About before”",
                     "Question: “What about one?” is now “Which one?”"},
          Difference{Kind::added, "Section “About before”", "Question “Which one?”, option “Another one”"},
          Difference{Kind::removed, "Section “About before”", "Question “Which one?”, option “A wrong one”"},
          Difference{Kind::changed, "Section “About before”",
                     "Question “Which one?”, right: “The right one” is now “Another one”"}));
}

TEST(Differences, tell_of_another_order) {
  EXPECT_THAT(after([](Assessment& a) { std::swap(a.sections[0], a.sections[1]); }),
              ElementsAre(Difference{Kind::changed, "", "Sections in another order"}));
  EXPECT_THAT(after([](Assessment& a) { std::swap(a.sections[0].questions[0], a.sections[0].questions[1]); }),
              ElementsAre(Difference{Kind::changed, "Section “About before”", "Questions in another order"}));
  EXPECT_THAT(after([](Assessment& a) {
                std::swap(a.sections[0].questions[0].options[0], a.sections[0].questions[0].options[1]);
              }),
              ElementsAre(Difference{Kind::changed, "Section “About before”",
                                     "Question “What about one?”, options in another order"}));
}

}  // namespace
}  // namespace assessments
