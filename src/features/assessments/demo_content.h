// The assessments of the project's content/ folder, compiled in: what `exams-hub demo` imports.
#pragma once

#include <vector>

#include "features/assessments/assessment_file.h"

namespace assessments {

std::vector<SourceFile> demo_content();

}  // namespace assessments
