// The assessments of the project's content/ folder, compiled in: what `exams-hub demo` imports.
#pragma once

#include <span>

#include "features/assessments/assessment_file.h"

namespace assessments {

std::span<const SourceFile> demo_content();

}  // namespace assessments
