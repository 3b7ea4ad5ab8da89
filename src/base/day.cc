#include "base/day.h"

#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <charconv>
#include <memory>
#include <stdexcept>

namespace base {
namespace {

Instant london_midnight(std::chrono::sys_days day) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<const icu::TimeZone> london(icu::TimeZone::createTimeZone("Europe/London"));
  // Midnight is never skipped or doubled there: the clocks change at 01:00 UTC.
  const auto as_if_utc = static_cast<UDate>(to_millis(Instant{day}));
  std::int32_t offset = 0;
  std::int32_t summer = 0;
  london->getOffset(as_if_utc, 1, offset, summer, status);
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no time zone");
  return Instant{day} - std::chrono::milliseconds{offset + summer};
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<std::chrono::sys_days> date_from(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4));
  const auto month = number(iso.substr(5, 2));
  const auto day = number(iso.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2999) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(std::chrono::sys_days{date}) : std::nullopt;
}

std::chrono::sys_days known_date(std::string_view iso) {
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
