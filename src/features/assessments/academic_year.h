// Academic years as they are written, 2026/27, and content made over for another one. No SQL, no clock.
#pragma once

#include <string>
#include <string_view>

#include "features/assessments/assessment.h"

namespace assessments {

// 2026/27 -> 2027/28; std::logic_error for what is not an academic year.
std::string next_year(std::string_view academic_year);

// What the first version of another year starts from: its certificates end as many years later, and nobody is
// asked to take a section again, since everybody starts afresh.
Assessment for_year(Assessment published, const std::string& academic_year);

}  // namespace assessments
