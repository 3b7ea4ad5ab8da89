// The words people read for how somebody stands.
#pragma once

#include <string>
#include <string_view>

#include "features/attempts/standing.h"

namespace progress {

std::string_view words(attempts::Status);          // "Passed", "Started", "Not Started": of an assessment
std::string_view section_words(attempts::Status);  // "COMPLETED", "STARTED", "NOT STARTED"
std::string result_words(const attempts::AssessmentStanding&);  // "3/7": sections passed of all

}  // namespace progress
