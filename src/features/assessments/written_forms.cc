// The forms in which a file or the editor writes a duration, a pass mark, a year and a date.
#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>

#include "features/assessments/assessment_rules.h"

namespace assessments {
namespace {

// Takes a number of so many digits off the front of `text`; nothing where there is none.
std::optional<int> take_number(std::string_view& text, std::size_t fewest, std::size_t most) {
  int value = 0;
  const auto* const end = text.data() + std::min(most, text.size());
  if (text.empty() || text.front() == '-') return std::nullopt;
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  const auto digits = static_cast<std::size_t>(stop - text.data());
  if (error != std::errc() || digits < fewest) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char letter) {
  if (!text.starts_with(letter)) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::optional<std::chrono::seconds> time_limit_from(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::chrono::seconds limit{0};
  for (const auto& [letter, unit, most] : {std::tuple('h', std::chrono::seconds(std::chrono::hours(1)), 4UL),
                                           {'m', std::chrono::seconds(std::chrono::minutes(1)), 4UL},
                                           {'s', std::chrono::seconds(1), 5UL}}) {
    auto rest = text;
    const auto count = take_number(rest, 1, most);
    if (!count || !take(rest, letter)) continue;
    limit += *count * unit;
    text = rest;
  }
  return text.empty() ? std::optional(limit) : std::nullopt;
}

std::optional<PassMark> pass_mark_from(std::string_view text) {
  const auto value = take_number(text, 1, 5);
  if (!value) return std::nullopt;
  const bool percent = take(text, '%');
  if (!text.empty()) return std::nullopt;
  return PassMark{.value = *value, .percent = percent};
}

bool is_academic_year(std::string_view text) {
  const auto begins = take_number(text, 4, 4);
  if (!begins || *begins / 100 != 20 || !take(text, '/')) return false;
  const auto ends = take_number(text, 2, 2);
  return ends && text.empty() && (*begins + 1) % 100 == *ends;
}

bool is_date(std::string_view text) {
  const auto year = take_number(text, 4, 4);
  if (!year || !take(text, '-')) return false;
  const auto month = take_number(text, 2, 2);
  if (!month || !take(text, '-')) return false;
  const auto day = take_number(text, 2, 2);
  return day && text.empty() &&
         std::chrono::year_month_day{std::chrono::year{*year},
                                     std::chrono::month{static_cast<unsigned>(*month)},
                                     std::chrono::day{static_cast<unsigned>(*day)}}
             .ok();
}

}  // namespace assessments
