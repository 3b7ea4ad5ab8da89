// From the tree of a YAML file to an Assessment: which fields there are, what form each takes, and then the
// rules of assessment_rules.h, every problem with the line it stands on.
#pragma once

#include <vector>

#include "features/assessments/assessment.h"
#include "features/assessments/yaml_tree.h"

namespace assessments {

struct ReadContent {
  Assessment assessment;
  int slug_line = 1;
  std::vector<YamlError> errors;  // empty: the assessment may be published
};

ReadContent read_content(const YamlNode& root);

}  // namespace assessments
