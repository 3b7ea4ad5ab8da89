// The YAML file of an assessment: what read_file (assessment_file.h) reads back as the very same content.
#pragma once

#include <string>

#include "features/assessments/assessment.h"

namespace assessments {

std::string to_yaml(const Assessment&);  // content that check() finds nothing wrong with

}  // namespace assessments
