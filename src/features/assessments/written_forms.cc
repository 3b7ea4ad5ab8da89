// The forms in which a file or the editor writes a duration, a pass mark, a year and a date.
#include <charconv>
#include <chrono>
#include <cstddef>
#include <optional>
#include <regex>
#include <string_view>

#include "features/assessments/assessment_rules.h"

namespace assessments {
namespace {

using Match = std::match_results<std::string_view::const_iterator>;

std::optional<Match> match(std::string_view text, const char* pattern) {
  constexpr std::size_t longest = 32;
  Match found;
  if (text.size() > longest || !std::regex_match(text.begin(), text.end(), found, std::regex(pattern)))
    return std::nullopt;
  return found;
}

int number(const Match& found, std::size_t group) {
  int value = 0;
  if (found[group].matched)
    std::from_chars(&*found[group].first, &*found[group].first + found[group].length(), value);
  return value;
}

}  // namespace

std::optional<std::chrono::seconds> time_limit_from(std::string_view text) {
  const auto found = match(text, "(?:([0-9]{1,4})h)?(?:([0-9]{1,4})m)?(?:([0-9]{1,5})s)?");
  if (!found || text.empty()) return std::nullopt;
  return std::chrono::hours{number(*found, 1)} + std::chrono::minutes{number(*found, 2)} +
         std::chrono::seconds{number(*found, 3)};
}

std::optional<PassMark> pass_mark_from(std::string_view text) {
  const auto found = match(text, "([0-9]{1,5})(%?)");
  if (!found) return std::nullopt;
  return PassMark{.value = number(*found, 1), .percent = (*found)[2].length() == 1};
}

bool is_academic_year(std::string_view text) {
  const auto found = match(text, "20([0-9]{2})/([0-9]{2})");
  return found && (number(*found, 1) + 1) % 100 == number(*found, 2);
}

bool is_date(std::string_view text) {
  const auto found = match(text, "([0-9]{4})-([0-9]{2})-([0-9]{2})");
  if (!found) return false;
  const auto part = [&](std::size_t group) { return static_cast<unsigned>(number(*found, group)); };
  return std::chrono::year_month_day{std::chrono::year{number(*found, 1)}, std::chrono::month{part(2)},
                                     std::chrono::day{part(3)}}
      .ok();
}

}  // namespace assessments
