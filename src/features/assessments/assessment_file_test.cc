#include "features/assessments/assessment_file.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "features/assessments/yaml_tree.h"

namespace assessments {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

// Line 1 is `slug`; the tests count from there.
const std::string good_file = R"(slug: exam-room-essentials
title: Exam room essentials
year: 2026/27
audience: [INV, EO]
summary: What every invigilator must know.
valid_until: 2027-08-31
sections:
  - key: before-the-exam
    title: Before the exam
    time_limit: 20m
    pass_mark: 100%
    reading: |
      Read *this*.

      Then that.
    questions:
      - key: who-may-enter
        text: Who may be in the room?
        options:
          - text: Candidates and invigilators
            correct: true
          - text: Anyone with a badge
        explanation: Only they.
)";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

std::vector<std::string> problems_of(const std::string& bytes) {
  const auto content = read_file({"essentials.yaml", bytes});
  std::vector<std::string> words;
  if (!content) {
    for (const auto& problem : content.error()) words.push_back(problem.words());
  }
  return words;
}

std::vector<std::string> problems_with(std::string_view what, std::string_view with) {
  return problems_of(replaced(good_file, what, with));
}

auto at_line(int line, const std::string& words) {
  return ::testing::AllOf(::testing::StartsWith(fmt::format("essentials.yaml:{}: ", line)), HasSubstr(words));
}

TEST(AssessmentFile, is_read_whole) {
  const auto content = read_file({"essentials.yaml", good_file});
  ASSERT_TRUE(content.has_value());
  const auto& assessment = content->assessment;
  EXPECT_EQ(assessment.slug, "exam-room-essentials");
  EXPECT_EQ(assessment.year, "2026/27");
  EXPECT_THAT(assessment.audience, ElementsAre(access::Role::exams_officer, access::Role::invigilator));
  EXPECT_EQ(assessment.valid_until, "2027-08-31");
  const auto& section = assessment.sections.at(0);
  EXPECT_EQ(section.time_limit, 20min);
  EXPECT_EQ(section.reading, "Read *this*.\n\nThen that.");
  const auto& question = section.questions.at(0);
  EXPECT_FALSE(question.choose_many);
  EXPECT_TRUE(question.options.at(0).correct);
  EXPECT_FALSE(question.options.at(1).correct);
  EXPECT_EQ(question.explanation, "Only they.");
}

TEST(AssessmentFile, takes_windows_line_ends_and_a_byte_order_mark) {
  auto windows = good_file;
  for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2)
    windows.replace(at, 1, "\r\n");
  const auto content = read_file({"essentials.yaml", "\xEF\xBB\xBF" + windows});
  ASSERT_TRUE(content.has_value());
  EXPECT_EQ(content_hash(content->assessment), content_hash(read_file({"", good_file})->assessment));
}

TEST(AssessmentFile, needs_the_whole_to_be_right_unless_it_says_otherwise) {
  const auto content = read_file({"", replaced(good_file, "    pass_mark: 100%\n    ", "    ")});
  ASSERT_TRUE(content.has_value());
  EXPECT_EQ(content->assessment.sections[0].pass_mark, PassMark{});
}

TEST(AssessmentFile, may_leave_out_summary_reading_explanation_end_and_time_limit) {
  auto file =
      replaced(good_file, "summary: What every invigilator must know.\nvalid_until: 2027-08-31\n", "");
  file = replaced(file, "    time_limit: 20m\n", "");
  file = replaced(file, "        explanation: Only they.\n", "");
  file = replaced(file, "    reading: |\n      Read *this*.\n\n      Then that.\n", "");
  EXPECT_THAT(problems_of(file), SizeIs(0));
}

TEST(AssessmentFile, tells_of_every_problem_at_once_with_its_line_in_order) {
  auto file = replaced(good_file, "year: 2026/27", "year: 2026");
  file = replaced(file, "time_limit: 20m", "time_limit: soon");
  file = replaced(file, "            correct: true\n", "");
  file = replaced(file, "explanation:", "explication:");
  EXPECT_THAT(problems_of(file),
              ElementsAre(at_line(3, "Write it as 2026/27"),
                          at_line(10, "The time limit can't be read. Write it as 20m"),
                          at_line(17, "Question \"who-may-enter\" has no right option"),
                          at_line(22, "\"explication\" is not a field of a question. Use only key, text,")));
}

TEST(AssessmentFile, tells_of_a_pass_mark_over_the_number_of_questions) {
  EXPECT_THAT(problems_with("pass_mark: 100%", "pass_mark: 2"),
              ElementsAre(at_line(11, "over the section's 1 question")));
  EXPECT_THAT(problems_with("pass_mark: 100%", "pass_mark: most"),
              ElementsAre(at_line(11, "The pass mark can't be read")));
}

TEST(AssessmentFile, tells_of_a_field_that_is_there_twice) {
  EXPECT_THAT(problems_with("summary:", "title: Another\nsummary:"),
              ElementsAre(at_line(5, "\"title\" is here twice")));
}

TEST(AssessmentFile, tells_of_two_questions_with_the_same_key_at_the_second) {
  const auto more =
      "      - key: Who-May-Enter\n        text: Again?\n        options:\n          - {text: a, correct: "
      "true}\n      "
      "    - {text: b}\n";
  EXPECT_THAT(problems_of(good_file + more),
              ElementsAre(at_line(24, "Two questions of this section have the key \"Who-May-Enter\"")));
}

TEST(AssessmentFile, tells_of_fields_that_are_missing) {
  EXPECT_THAT(problems_with("title: Exam room essentials\n", ""),
              ElementsAre(at_line(1, "There is no \"title\" here. Add a line")));
  EXPECT_THAT(problems_with("        text: Who may be in the room?\n", ""),
              ElementsAre(at_line(17, "There is no \"text\" here")));
}

TEST(AssessmentFile, tells_of_texts_left_empty_on_their_own_line) {
  EXPECT_THAT(problems_with("title: Before the exam", "title:"),
              ElementsAre(at_line(9, "\"title\" is empty")));
  EXPECT_THAT(problems_with("explanation: Only they.", "explanation: \"\""),
              ElementsAre(at_line(23, "\"explanation\" is empty")));
}

TEST(AssessmentFile, tells_of_an_audience_of_somebody_else) {
  EXPECT_THAT(problems_with("[INV, EO]", "[INV, OPERATOR]"),
              ElementsAre(at_line(4, "\"OPERATOR\" is nobody that an assessment can be for")));
  EXPECT_THAT(problems_with("[INV, EO]", "[INV, INV]"),
              ElementsAre(at_line(4, "INV is in the audience twice")));
  EXPECT_THAT(problems_with("[INV, EO]", "INV"), ElementsAre(at_line(4, "\"audience\" should be a list")));
}

TEST(AssessmentFile, tells_of_a_text_where_a_list_or_a_field_where_a_text_should_be) {
  EXPECT_THAT(problems_with("        explanation: Only they.", "        explanation: [Only, they]"),
              ElementsAre(at_line(23, "should be a text")));
  EXPECT_THAT(problems_with("          - text: Anyone with a badge", "          - Anyone with a badge"),
              ElementsAre(at_line(22, "This should be an option, with the fields text, correct")));
  EXPECT_THAT(problems_with("correct: true", "correct: yes"),
              ElementsAre(at_line(17, "no right option"), at_line(21, "true or false")));
  EXPECT_THAT(problems_of("- a\n- b\n"), ElementsAre(at_line(1, "This should be an assessment")));
}

TEST(AssessmentFile, tells_where_yaml_itself_cannot_be_read) {
  EXPECT_THAT(problems_with("    title: Before the exam", "   title: Before the exam"),
              ElementsAre(HasSubstr("can't be read from here on")));
  EXPECT_THAT(problems_with("text: Who may be in the room?", "text: Who: may: be"),
              ElementsAre(at_line(18, "can't be read from here on")));
  EXPECT_THAT(problems_of(""), ElementsAre(at_line(1, "The file is empty")));
}

TEST(AssessmentFile, refuses_anchors_aliases_and_tags) {
  EXPECT_THAT(problems_with("title: Exam room essentials", "title: &t Exam room essentials"),
              ElementsAre(at_line(2, "anchor")));
  EXPECT_THAT(problems_of("a: &a [x, x]\nb: &b [*a, *a]\n"), ElementsAre(at_line(1, "anchor")));
  EXPECT_THAT(problems_with("title: Exam room essentials", "title: !!str Exam room essentials"),
              ElementsAre(at_line(2, "tag")));
  EXPECT_THAT(problems_with("title: Exam room essentials", "title: '&t Exam & *room* !essentials'"),
              SizeIs(0));
}

TEST(AssessmentFile, refuses_a_second_document) {
  EXPECT_THAT(problems_of(good_file + "---\n" + good_file), ElementsAre(at_line(24, "second document")));
}

TEST(AssessmentFile, refuses_what_is_not_utf8_text_with_its_line) {
  EXPECT_THAT(problems_with("Exam room", "Exam \xE9 room"), ElementsAre(at_line(2, "UTF-8")));
  EXPECT_THAT(problems_with("Exam room", std::string_view("Exam \0 room", 11)),
              ElementsAre(at_line(2, "UTF-8")));
  EXPECT_THAT(problems_with("title: Exam room essentials", "title: \"Exam \\x07 room\""),
              ElementsAre(at_line(2, "control character")));
}

TEST(AssessmentFile, refuses_a_huge_file_too_many_values_and_deep_nesting_at_once) {
  EXPECT_THAT(problems_of(std::string(max_file_bytes + 1, 'a')), ElementsAre(at_line(1, "over 1 MB")));
  std::string values = "[";
  for (std::size_t i = 0; i < max_yaml_nodes; ++i) values += "a,";
  EXPECT_THAT(problems_of(values + "a]"), ElementsAre(at_line(1, "too many")));
  EXPECT_THAT(problems_of(std::string(max_file_bytes, '[')), ElementsAre(at_line(1, "nested too deeply")));
  EXPECT_THAT(problems_of(std::string(max_file_bytes, '{')), ElementsAre(at_line(1, "nested too deeply")));
}

TEST(AssessmentFile, tells_of_a_hundred_problems_and_then_that_there_are_more) {
  std::string file = good_file;
  for (int i = 0; i < 300; ++i) file += fmt::format("unknown-{}: x\n", i);
  const auto problems = problems_of(file);
  ASSERT_THAT(problems, SizeIs(max_problems_told + 1));
  EXPECT_THAT(problems.back(), HasSubstr("There are more problems"));
}

TEST(AssessmentFile, is_read_whatever_is_cut_off_or_swapped_in_it_without_harm) {
  for (std::size_t length = 0; length < good_file.size(); ++length) problems_of(good_file.substr(0, length));
  const std::string odd = "&*!|>'\"%@`#{}[],?:- \t\n\r";
  for (std::size_t i = 0; i < good_file.size(); ++i) {
    auto changed = good_file;
    changed[i] = odd[i % odd.size()];
    problems_of(changed);
  }
}

TEST(AssessmentFiles, are_all_checked_before_any_is_taken) {
  const std::vector<SourceFile> files{
      {"a.yaml", replaced(good_file, "year: 2026/27", "year: 2026")}, {"b.yaml", good_file}, {"c.yaml", ""}};
  const auto contents = read_files(files);
  ASSERT_FALSE(contents.has_value());
  ASSERT_THAT(contents.error(), SizeIs(2));
  EXPECT_EQ(contents.error()[0].file, "a.yaml");
  EXPECT_EQ(contents.error()[1].file, "c.yaml");
}

TEST(AssessmentFiles, refuse_one_slug_in_two_files_also_in_another_letter_case) {
  const std::vector<SourceFile> files{
      {"a.yaml", good_file}, {"b.yaml", replaced(good_file, "exam-room-essentials", "Exam-Room-Essentials")}};
  const auto contents = read_files(files);
  ASSERT_FALSE(contents.has_value());
  ASSERT_THAT(contents.error(), SizeIs(1));
  EXPECT_THAT(contents.error()[0].words(),
              ::testing::StartsWith("b.yaml:1: The slug \"Exam-Room-Essentials\" is also that of a.yaml"));
}

}  // namespace
}  // namespace assessments
