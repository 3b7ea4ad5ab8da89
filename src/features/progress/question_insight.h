// Question insight: for each question of an assessment, over the actor's centre, how often it was answered
// right the first time, and which wrong option was chosen most. It tells an officer what to cover at the
// annual update.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "features/assessments/assessment_store.h"
#include "features/attempts/history.h"

namespace progress {

struct WrongOption {
  std::string text;
  std::size_t people = 0;
};

struct QuestionInsight {
  std::size_t number = 1;  // in its section
  std::string text;
  std::size_t people = 0;       // whose first try had this question
  std::size_t right_first = 0;  // of them
  std::optional<WrongOption> most_chosen_wrong{};

  std::size_t percent_right() const { return people == 0 ? 0 : right_first * 100 / people; }
};

struct SectionInsight {
  std::size_t position = 1;
  std::string title;
  std::vector<QuestionInsight> questions;
};

struct AssessmentInsight {
  assessments::Version assessment;
  std::vector<SectionInsight> sections;
};
// Of this year's assessment; nothing where there is none, or unless the actor manages users.
std::optional<AssessmentInsight> question_insight(db::Connection&, const access::Actor&,
                                                  const std::string& slug);

}  // namespace progress
