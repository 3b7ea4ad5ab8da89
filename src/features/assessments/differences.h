// What differs between two versions of an assessment, in words, for whoever publishes the next one.
#pragma once

#include <string>
#include <vector>

#include "features/assessments/assessment.h"

namespace assessments {

struct Difference {
  enum class Kind { added, removed, changed };

  Kind kind;
  std::string where;  // 'Section "Before the exam"', empty for the assessment as a whole
  std::string words;  // 'Question "Who may enter?": the right options are now …'

  bool operator==(const Difference&) const = default;
};

// In the order of the newer one, what was removed last. Sections and questions are matched by their keys,
// options by their text.
std::vector<Difference> differences(const Assessment& older, const Assessment& newer);

}  // namespace assessments
