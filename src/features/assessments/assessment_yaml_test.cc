#include "features/assessments/assessment_yaml.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <random>
#include <vector>

#include "base/text.h"
#include "features/assessments/assessment_file.h"
#include "features/assessments/test_content.h"

namespace assessments {
namespace {

using namespace std::chrono_literals;

// What the export reads back as; the test fails where it can't be read.
Assessment read_back(const Assessment& assessment) {
  const auto yaml = to_yaml(assessment);
  const auto content = read_file({"export", yaml});
  if (!content) {
    for (const auto& problem : content.error()) ADD_FAILURE() << problem.words() << "\n" << yaml;
    return {};
  }
  return content->assessment;
}

TEST(AssessmentYaml, reads_as_a_person_would_write_it) {
  auto assessment = test::assessment();
  assessment.sections.resize(1);
  assessment.sections[0].time_limit = 90min;
  assessment.sections[0].questions.resize(1);
  EXPECT_EQ(to_yaml(assessment), R"(slug: exam-room-essentials
title: "Exam room essentials"
year: 2026/27
audience: [EO, INV]
summary: "What to know before the first exam."
valid_until: 2027-08-31
sections:
  - key: before
    title: "About before"
    time_limit: 1h30m
    pass_mark: 100%
    reading: |
      Read *this*.

      Then that.
    questions:
      - key: one
        text: "What about one?"
        options:
          - text: "The right one"
            correct: true
          - text: "A wrong one"
        explanation: "Because of one."
)");
}

TEST(AssessmentYaml, is_read_back_unchanged_with_every_field_set) {
  auto assessment = test::assessment();
  assessment.sections[0].time_limit = 1h + 30min + 5s;
  assessment.sections[0].pass_mark = {2, false};
  assessment.sections[0].retake = true;
  assessment.sections[1].pass_mark = {80, true};
  assessment.sections[1].questions[0].choose_many = true;
  assessment.sections[1].questions[0].options[1].correct = true;
  EXPECT_EQ(content_hash(read_back(assessment)), content_hash(assessment));
}

TEST(AssessmentYaml, is_read_back_unchanged_with_texts_that_look_like_yaml) {
  for (const std::string text : {"true",
                                 "null",
                                 "~",
                                 "123",
                                 "- dash",
                                 "key: value",
                                 "# not a comment",
                                 "'quoted'",
                                 "\"quoted\"",
                                 "&a",
                                 "*a",
                                 "!tag",
                                 "[list]",
                                 "{map}",
                                 "| bar",
                                 "> fold",
                                 "%percent",
                                 "@at",
                                 "`tick`",
                                 "back\\slash",
                                 "a #b",
                                 "a: b",
                                 "---",
                                 "...",
                                 "?",
                                 "-",
                                 "a\ttab",
                                 "Siân 李 \xF0\x9F\x98\x80",
                                 "\xC2\xA0inner",
                                 "e.g. 09:00",
                                 "\xE2\x80\xA8separator"}) {
    auto assessment = test::assessment();
    assessment.title = base::trimmed(text);
    assessment.sections[0].questions[0].options[0].text = base::trimmed(text);
    EXPECT_EQ(content_hash(read_back(assessment)), content_hash(assessment)) << text;
  }
}

TEST(AssessmentYaml, is_read_back_unchanged_with_blocks_of_odd_lines) {
  for (const std::string text :
       {"one\ntwo", "one\n\n\ntwo", "one\n  indented\nback", "one \ntwo", "one\n \ntwo", "one\n\ttab\ntwo",
        "# one\n- two\n---\n...\nthree", "one\n    code\n\n      more", "one:\n- two: |\n"}) {
    auto assessment = test::assessment();
    assessment.sections[0].reading = base::trimmed(text);
    assessment.sections[1].questions[1].text = base::trimmed(text);
    EXPECT_EQ(content_hash(read_back(assessment)), content_hash(assessment)) << text;
  }
}

TEST(AssessmentYaml, is_read_back_unchanged_with_any_text) {
  std::mt19937 random(20261123);
  const std::vector<std::string> pieces{"a", "B",  " ",  "  ",       "\n", "\n\n", "\t",  ":",   ": ",
                                        "#", " #", "-",  "- ",       "'",  "\"",   "\\",  "\\n", "|",
                                        ">", "%",  "&",  "*",        "!",  "[",    "]",   "{",   "}",
                                        ",", "é",  "李", "\xC2\xA0", "1",  "~",    "null"};
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  const auto text = [&] {
    std::string made = "x";
    for (int i = 0; i < 12; ++i) made += pieces[piece(random)];
    return base::trimmed(made);
  };
  for (int round = 0; round < 200; ++round) {
    auto assessment = test::assessment();
    assessment.summary = text();
    for (auto& section : assessment.sections) {
      section.reading = text();
      for (auto& question : section.questions) {
        question.text = text();
        question.explanation = text();
      }
    }
    ASSERT_EQ(content_hash(read_back(assessment)), content_hash(assessment)) << to_yaml(assessment);
  }
}

}  // namespace
}  // namespace assessments
