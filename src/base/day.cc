#include "base/day.h"

#include <stdexcept>

#include "base/number.h"

namespace base {
namespace {

std::optional<int> number(std::string_view digits) {
  const auto value = number_from<int>(digits);
  return value && *value >= 0 ? value : std::nullopt;
}

std::optional<std::chrono::local_days> date_from(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4));
  const auto month = number(iso.substr(5, 2));
  const auto day = number(iso.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2999) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(std::chrono::local_days{date}) : std::nullopt;
}

std::chrono::local_days known_date(std::string_view iso) {
  const auto date = date_from(iso);
  if (!date) throw std::logic_error("not a day");
  return *date;
}

}  // namespace

std::optional<DaySpan> day_from_iso(std::string_view iso) {
  const auto start = date_from(iso);
  if (!start) return std::nullopt;
  return DaySpan{london_midnight(*start), london_midnight(*start + std::chrono::days{1})};
}

std::string days_after(std::string_view iso, int days) {
  return iso_date(london_midnight(known_date(iso) + std::chrono::days{days}));
}

int days_between(std::string_view from, std::string_view to) {
  return static_cast<int>((known_date(to) - known_date(from)).count());
}

std::string british_date(std::string_view iso) {
  const auto day = day_from_iso(iso);
  return day ? british_date(day->start) : std::string(iso);
}

}  // namespace base
