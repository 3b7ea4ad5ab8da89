#include "features/assessments/demo_content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include "features/assessments/assessment_import.h"
#include "features/assessments/assessment_store.h"
#include "features/assessments/assessment_yaml.h"
#include "support/test_database.h"

namespace assessments {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<Assessment> demo() {
  std::vector<Assessment> all;
  if (auto contents = read_files(demo_content())) {
    for (auto& content : *contents) all.push_back(std::move(content.assessment));
  } else {
    for (const auto& problem : contents.error()) ADD_FAILURE() << problem.words();
  }
  return all;
}

TEST(DemoContent, has_the_five_assessments_of_the_guide_with_7_5_5_2_and_5_sections) {
  std::vector<std::size_t> sections;
  for (const auto& assessment : demo()) sections.push_back(assessment.sections.size());
  EXPECT_THAT(sections, ElementsAre(7, 5, 5, 2, 5));
}

TEST(DemoContent, has_one_assessment_with_sections_of_18_and_20_questions) {
  const auto all = demo();
  ASSERT_THAT(all, SizeIs(5));
  EXPECT_THAT(all[3].sections[0].questions, SizeIs(18));
  EXPECT_THAT(all[3].sections[1].questions, SizeIs(20));
  EXPECT_EQ(all[3].sections[0].time_limit, std::nullopt);
  EXPECT_EQ(all[3].sections[1].marks_needed(), 20u);
}

TEST(DemoContent, has_a_timed_section_and_questions_where_many_are_to_be_chosen) {
  std::size_t timed = 0;
  std::size_t many = 0;
  for (const auto& assessment : demo()) {
    for (const auto& section : assessment.sections) {
      timed += section.time_limit ? 1 : 0;
      many += static_cast<std::size_t>(std::ranges::count_if(section.questions, &Question::choose_many));
    }
  }
  EXPECT_GE(timed, 1u);
  EXPECT_GE(many, 10u);
}

TEST(DemoContent, is_for_invigilators_and_exams_officers_of_2026_27) {
  for (const auto& assessment : demo()) {
    EXPECT_TRUE(assessment.is_for(access::Role::invigilator)) << assessment.slug;
    EXPECT_TRUE(assessment.is_for(access::Role::exams_officer)) << assessment.slug;
    EXPECT_EQ(assessment.year, "2026/27");
  }
}

TEST(DemoContent, gives_every_section_something_to_read_and_every_question_an_explanation) {
  for (const auto& assessment : demo()) {
    for (const auto& section : assessment.sections) {
      EXPECT_NE(section.reading, "") << section.key;
      for (const auto& question : section.questions) EXPECT_NE(question.explanation, "") << question.key;
    }
  }
}

TEST(DemoContent, does_not_give_the_right_option_away_by_its_place_or_its_length) {
  std::size_t questions = 0;
  std::size_t longest = 0;
  std::array<std::size_t, 4> at{};
  for (const auto& assessment : demo()) {
    for (const auto& section : assessment.sections) {
      for (const auto& question : section.questions) {
        if (question.choose_many) continue;
        const auto right = std::ranges::find(question.options, true, &Option::correct);
        ++questions;
        ++at.at(static_cast<std::size_t>(right - question.options.begin()));
        longest += std::ranges::all_of(
                       question.options,
                       [&](const Option& option) { return option.text.size() <= right->text.size(); })
                       ? 1
                       : 0;
      }
    }
  }
  for (const auto count : at) EXPECT_GT(count, questions / 6);
  EXPECT_LT(longest, questions / 2);
}

TEST(DemoContent, is_what_stands_in_the_content_folder) {
  for (const auto& [name, bytes] : demo_content()) {
    std::ifstream file("content/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_EQ(bytes, text.str()) << name;
  }
}

TEST(DemoContent, is_read_back_unchanged_from_its_export) {
  for (const auto& assessment : demo()) {
    const auto again = read_file({"export", to_yaml(assessment)});
    ASSERT_TRUE(again.has_value()) << assessment.slug;
    EXPECT_EQ(content_hash(again->assessment), content_hash(assessment));
  }
}

class DemoContentImport : public test::OnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(Databases, DemoContentImport, test::both_databases(), test::database_name);

TEST_P(DemoContentImport, is_published_in_order_and_unchanged_the_second_time) {
  ASSERT_TRUE(import_files(database(), demo_content(), nullptr).has_value());
  const auto again = import_files(database(), demo_content(), nullptr);
  ASSERT_TRUE(again.has_value());
  for (const auto& one : *again) EXPECT_EQ(one.outcome, Publication::Outcome::unchanged);

  std::vector<std::size_t> sections;
  std::vector<std::size_t> questions;
  for (const auto& version : database().read([](db::Connection& c) { return current(c); })) {
    sections.push_back(version.section_count);
    questions.push_back(version.question_count);
  }
  EXPECT_THAT(sections, ElementsAre(7, 5, 5, 2, 5));
  EXPECT_THAT(questions, ElementsAre(39, 26, 25, 38, 25));
}

}  // namespace
}  // namespace assessments
