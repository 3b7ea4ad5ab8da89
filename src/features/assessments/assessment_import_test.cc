#include "features/assessments/assessment_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "features/assessments/assessment_store.h"
#include "features/assessments/assessment_yaml.h"
#include "features/assessments/test_content.h"
#include "support/test_database.h"

namespace assessments {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class AssessmentImport : public test::OnBothDatabases {
 public:
  std::vector<std::string> import(const std::vector<SourceFile>& files) {
    std::vector<std::string> words;
    if (const auto done = import_files(database(), files, nullptr)) {
      for (const auto& one : *done) words.push_back(one.words());
    } else {
      for (const auto& problem : done.error()) words.push_back(problem.words());
    }
    return words;
  }
  std::vector<Version> current_ones() {
    return database().read([](db::Connection& c) { return current(c); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, AssessmentImport, test::both_databases(), test::database_name);

SourceFile file(const std::string& slug, const std::string& title) {
  auto content = test::assessment(slug);
  content.title = title;
  return {slug + ".yaml", to_yaml(content)};
}

TEST_P(AssessmentImport, says_what_is_new_changed_and_unchanged) {
  EXPECT_THAT(import({file("a", "A"), file("b", "B")}),
              ElementsAre("a: new, 2026/27 version 1 (2 sections, 6 questions)",
                          "b: new, 2026/27 version 1 (2 sections, 6 questions)"));
  EXPECT_THAT(import({file("a", "A"), file("b", "Better")}),
              ElementsAre("a: unchanged, 2026/27 version 1",
                          "b: changed, 2026/27 version 2 (2 sections, 6 questions)"));
}

TEST_P(AssessmentImport, says_what_is_to_be_taken_again) {
  import({file("a", "A")});
  auto content = test::assessment("a");
  content.sections[1].retake = true;
  EXPECT_THAT(
      import({{"a.yaml", to_yaml(content)}}),
      ElementsAre(
          "a: changed, 2026/27 version 2 (2 sections, 6 questions); to be taken again: About during"));
}

TEST_P(AssessmentImport, takes_nothing_of_any_file_when_one_has_a_problem) {
  EXPECT_THAT(import({file("a", "A"), {"b.yaml", "slug: b\n"}}), SizeIs(4));
  EXPECT_THAT(current_ones(), IsEmpty());
}

TEST_P(AssessmentImport,
       takes_nothing_of_any_file_when_a_slug_is_taken_in_another_letter_case_and_names_its_line) {
  import({file("b", "B")});
  EXPECT_THAT(
      import({file("a", "A"), file("B", "B")}),
      ElementsAre(
          "B.yaml:1: There is already an assessment \"b\". Write \"b\" to make this its next version, "
          "or choose another slug."));
  EXPECT_THAT(current_ones(), SizeIs(1));
}

TEST_P(AssessmentImport, exports_what_it_loads_as_the_file_that_changes_nothing) {
  import({file("a", "A")});
  const auto exported =
      database().read([](db::Connection& c) { return to_yaml(*find_current(c, "a")->content); });
  EXPECT_THAT(import({{"export.yaml", exported}}), ElementsAre("a: unchanged, 2026/27 version 1"));
}

}  // namespace
}  // namespace assessments
