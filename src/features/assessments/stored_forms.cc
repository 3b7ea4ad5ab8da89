#include "features/assessments/stored_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "features/assessments/assessment_rules.h"

namespace assessments {

std::string stored(const std::vector<access::Role>& audience) {
  std::vector<std::string_view> codes;
  codes.reserve(audience.size());
  for (const auto role : audience) codes.push_back(access::code(role));
  return fmt::format("{}", fmt::join(codes, ","));
}

std::vector<access::Role> audience_from(std::string_view stored) {
  std::vector<access::Role> audience;
  while (!stored.empty()) {
    const auto comma = std::min(stored.find(','), stored.size());
    audience.push_back(access::stored_role(stored.substr(0, comma)));
    stored.remove_prefix(std::min(comma + 1, stored.size()));
  }
  return audience;
}

std::optional<std::int64_t> stored(std::optional<std::chrono::seconds> time_limit) {
  return time_limit ? std::optional<std::int64_t>(time_limit->count()) : std::nullopt;
}

std::optional<std::chrono::seconds> time_limit_from(std::optional<std::int64_t> stored) {
  return stored ? std::optional(std::chrono::seconds{*stored}) : std::nullopt;
}

PassMark stored_pass_mark(std::string_view stored) {
  const auto mark = pass_mark_from(stored);
  if (!mark) throw std::logic_error(fmt::format("the database holds the pass mark \"{}\"", stored));
  return *mark;
}

}  // namespace assessments
