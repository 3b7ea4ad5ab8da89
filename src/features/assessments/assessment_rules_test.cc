#include "features/assessments/assessment_rules.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/assessments/test_content.h"

namespace assessments {
namespace {

using namespace std::chrono_literals;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// The problems of test::assessment() after `change` has been made to it.
template <class F>
std::vector<Problem> problems_after(F change) {
  auto assessment = test::assessment();
  change(assessment);
  return check(assessment);
}

auto problem(const Place& place, const std::string& words) {
  return AllOf(Field("place", &Problem::place, place), Field("message", &Problem::message, HasSubstr(words)));
}

TEST(AssessmentRules, find_nothing_wrong_with_a_good_assessment) {
  EXPECT_THAT(check(test::assessment()), IsEmpty());
}

TEST(AssessmentRules, refuse_a_question_without_a_right_option) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[1].questions[2].options[0].correct = false; }),
              ElementsAre(problem({.section = 1, .question = 2}, "Question \"three\" has no right option")));
}

TEST(AssessmentRules, refuse_two_right_options_where_people_choose_one) {
  EXPECT_THAT(
      problems_after([](Assessment& a) { a.sections[0].questions[0].options[1].correct = true; }),
      ElementsAre(problem({.section = 0, .question = 0}, "2 right options but lets people choose one")));
}

TEST(AssessmentRules, let_choose_many_have_several_right_options_or_all) {
  EXPECT_THAT(problems_after([](Assessment& a) {
                a.sections[0].questions[0].choose_many = true;
                a.sections[0].questions[0].options[1].correct = true;
              }),
              IsEmpty());
}

TEST(AssessmentRules, refuse_a_single_option_and_too_many) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[0].questions[0].options.pop_back(); }),
              ElementsAre(problem({.section = 0, .question = 0, .field = "options"},
                                  "has 1 option. Give it at least 2")));
  EXPECT_THAT(problems_after([](Assessment& a) {
                for (int i = 0; i < 9; ++i)
                  a.sections[0].questions[0].options.push_back({{}, fmt::format("wrong {}", i), false});
              }),
              ElementsAre(problem({.section = 0, .question = 0, .field = "options"},
                                  "has 11 options. Keep to 10 at most")));
}

TEST(AssessmentRules, refuse_the_same_option_twice) {
  EXPECT_THAT(
      problems_after([](Assessment& a) { a.sections[0].questions[0].options[1].text = "THE right one"; }),
      ElementsAre(
          problem({.section = 0, .question = 0, .option = 1, .field = "text"}, "has this option twice")));
}

TEST(AssessmentRules, refuse_two_sections_with_the_same_key_also_in_another_letter_case) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[1].key = "Before"; }),
              ElementsAre(problem({.section = 1, .field = "key"}, "Two sections have the key \"Before\"")));
}

TEST(AssessmentRules, refuse_two_questions_of_a_section_with_the_same_key) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[1].questions[1].key = "one"; }),
              ElementsAre(problem({.section = 1, .question = 1, .field = "key"},
                                  "Two questions of this section have the key \"one\"")));
}

TEST(AssessmentRules, refuse_a_pass_mark_over_the_number_of_questions) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[0].pass_mark = {4, false}; }),
              ElementsAre(problem({.section = 0, .field = "pass_mark"},
                                  "The pass mark 4 is over the section's 3 questions")));
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[0].pass_mark = {3, false}; }), IsEmpty());
}

TEST(AssessmentRules, refuse_a_pass_mark_of_nothing_or_of_more_than_everything) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[0].pass_mark = {0, true}; }),
              ElementsAre(problem({.section = 0, .field = "pass_mark"}, "The pass mark is 0")));
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[0].pass_mark = {101, true}; }),
              ElementsAre(problem({.section = 0, .field = "pass_mark"}, "over 100%")));
}

TEST(AssessmentRules, refuse_a_time_limit_of_nothing_or_of_more_than_a_working_day) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[0].time_limit = 0s; }),
              ElementsAre(problem({.section = 0, .field = "time_limit"}, "The time limit is 0")));
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[0].time_limit = 481min; }),
              ElementsAre(problem({.section = 0, .field = "time_limit"}, "over 8 hours")));
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[0].time_limit = 8h; }), IsEmpty());
}

TEST(AssessmentRules, refuse_a_slug_that_would_not_stand_in_an_address) {
  for (const auto* slug : {"exam room", "-exam", "exam-", "exam/room", "exam.room", "é"}) {
    EXPECT_THAT(problems_after([&](Assessment& a) { a.slug = slug; }),
                ElementsAre(problem({.field = "slug"}, "can't be used")))
        << slug;
  }
  EXPECT_THAT(problems_after([](Assessment& a) { a.slug = std::string(61, 'a'); }),
              ElementsAre(problem({.field = "slug"}, "60")));
  EXPECT_THAT(problems_after([](Assessment& a) { a.slug = std::string(60, 'a'); }), IsEmpty());
}

TEST(AssessmentRules, refuse_a_year_that_is_not_academic) {
  for (const auto* year : {"2026", "2026/28", "2026/2027", "2026-27", "1999/00", ""}) {
    EXPECT_THAT(problems_after([&](Assessment& a) { a.year = year; }),
                ElementsAre(problem({.field = "year"}, "Write it as 2026/27")))
        << year;
  }
  EXPECT_TRUE(is_academic_year("2099/00"));
}

TEST(AssessmentRules, refuse_a_date_that_is_not_in_the_calendar) {
  for (const auto* date : {"2027-02-29", "31/08/2027", "2027-13-01", "2027-8-31", "soon"}) {
    EXPECT_THAT(problems_after([&](Assessment& a) { a.valid_until = date; }),
                ElementsAre(problem({.field = "valid_until"}, "isn't a date")))
        << date;
  }
}

TEST(AssessmentRules, refuse_an_end_before_the_year_begins) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.valid_until = "2026-08-31"; }),
              ElementsAre(problem({.field = "valid_until"}, "before the academic year 2026/27 begins")));
  EXPECT_THAT(problems_after([](Assessment& a) { a.valid_until = ""; }), IsEmpty());
}

TEST(AssessmentRules, refuse_an_audience_of_nobody_or_of_the_operator) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.audience.clear(); }),
              ElementsAre(problem({.field = "audience"}, "empty")));
  EXPECT_THAT(problems_after([](Assessment& a) { a.audience = {access::Role::hub_operator}; }),
              ElementsAre(problem({.field = "audience"}, "only be of EO, SLT and INV")));
}

TEST(AssessmentRules, refuse_empty_texts_but_for_those_that_may_be_left_out) {
  EXPECT_THAT(
      problems_after([](Assessment& a) {
        a.title = a.sections[0].title = a.sections[0].questions[0].text =
            a.sections[0].questions[0].options[1].text = "";
      }),
      ElementsAre(problem({.field = "title"}, "The title is empty"),
                  problem({.section = 0, .field = "title"}, "The section's title is empty"),
                  problem({.section = 0, .question = 0, .field = "text"}, "The question's text is empty"),
                  problem({.section = 0, .question = 0, .option = 1, .field = "text"},
                          "The option's text is empty")));
  EXPECT_THAT(problems_after([](Assessment& a) {
                a.summary = a.sections[0].reading = a.sections[0].questions[0].explanation = "";
              }),
              IsEmpty());
}

TEST(AssessmentRules, refuse_texts_that_are_too_long_by_characters_not_bytes) {
  const auto e_acute = [](std::size_t n) {
    std::string text;
    while (n-- > 0) text += "é";
    return text;
  };
  EXPECT_THAT(problems_after([&](Assessment& a) { a.title = e_acute(150); }), IsEmpty());
  EXPECT_THAT(problems_after([&](Assessment& a) { a.title = e_acute(151); }),
              ElementsAre(problem({.field = "title"}, "has 151 characters. Shorten it to 150 at most")));
  EXPECT_THAT(problems_after([&](Assessment& a) { a.sections[0].reading = std::string(20'001, 'x'); }),
              ElementsAre(problem({.section = 0, .field = "reading"}, "20,001 characters")));
}

TEST(AssessmentRules, refuse_an_option_or_a_title_of_several_lines) {
  EXPECT_THAT(
      problems_after([](Assessment& a) { a.sections[0].questions[0].options[0].text = "one\ntwo"; }),
      ElementsAre(problem({.section = 0, .question = 0, .option = 0, .field = "text"}, "several lines")));
}

TEST(AssessmentRules, refuse_no_sections_no_questions_and_too_many) {
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections.clear(); }),
              ElementsAre(problem({.field = "sections"}, "no sections")));
  EXPECT_THAT(problems_after([](Assessment& a) { a.sections[1].questions.clear(); }),
              ElementsAre(problem({.section = 1, .field = "questions"}, "no questions")));
  EXPECT_THAT(problems_after([](Assessment& a) {
                for (int i = 0; i < 98; ++i)
                  a.sections[0].questions.push_back(test::question(fmt::format("more-{}", i)));
              }),
              ElementsAre(problem({.section = 0, .field = "questions"}, "101 questions. Keep to 100")));
}

TEST(AssessmentRules, read_the_time_limits_that_people_write) {
  EXPECT_EQ(time_limit_from("20m"), 20min);
  EXPECT_EQ(time_limit_from("1h30m"), 90min);
  EXPECT_EQ(time_limit_from("45s"), 45s);
  for (const auto* text : {"", "20", "20 minutes", "m", "-5m", "1.5h", "30m1h", "99999999999m"}) {
    EXPECT_EQ(time_limit_from(text), std::nullopt) << text;
  }
}

TEST(AssessmentRules, read_a_pass_mark_as_a_share_or_a_number) {
  EXPECT_EQ(pass_mark_from("80%"), (PassMark{80, true}));
  EXPECT_EQ(pass_mark_from("15"), (PassMark{15, false}));
  for (const auto* text : {"", "%", "80 %", "80.5%", "-1", "all", "99999999999"})
    EXPECT_EQ(pass_mark_from(text), std::nullopt) << text;
}

}  // namespace
}  // namespace assessments
