// The YAML file of an assessment: what read_file (assessment_file.h) reads back as the very same content.
#pragma once

#include <string>

#include "features/assessments/assessment.h"

namespace assessments {

std::string to_yaml(
    const Assessment&);  // also of content with gaps, which read_content (content_reader.h) reads

}  // namespace assessments
