// How the database holds an audience, a time limit and a pass mark. What it holds was checked when it was
// published: anything else throws std::logic_error.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/assessments/assessment.h"

namespace assessments {

std::string stored(const std::vector<access::Role>& audience);  // "EO,INV"
std::vector<access::Role> audience_from(std::string_view stored);
std::optional<std::int64_t> stored(std::optional<std::chrono::seconds> time_limit);
std::optional<std::chrono::seconds> time_limit_from(std::optional<std::int64_t> stored);
PassMark stored_pass_mark(std::string_view stored);

}  // namespace assessments
