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

}  // namespace

std::optional<DaySpan> day_from_iso(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4));
  const auto month = number(iso.substr(5, 2));
  const auto day = number(iso.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2999) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  const std::chrono::sys_days start{date};
  return DaySpan{london_midnight(start), london_midnight(start + std::chrono::days{1})};
}

}  // namespace base
