#include "base/instant.h"

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <unordered_map>

namespace base {
namespace {

using std::chrono::milliseconds;

// How far the clock of London is ahead of UTC.
milliseconds summer_time(Instant at) {
  static const std::unique_ptr<const icu::TimeZone> london(icu::TimeZone::createTimeZone("Europe/London"));
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  london->getOffset(static_cast<UDate>(to_millis(at)), 0, raw, summer, status);
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no time zone");
  return milliseconds{raw + summer};
}

// ICU takes microseconds, and a download has a hundred thousand moments of the same few thousand hours. The
// clocks change on the hour.
milliseconds ahead_of_utc(Instant at) {
  constexpr std::size_t most_kept = 10'000;
  thread_local std::unordered_map<std::int64_t, milliseconds> kept;
  const auto hour = std::chrono::floor<std::chrono::hours>(at);
  if (const auto found = kept.find(to_millis(hour)); found != kept.end()) return found->second;
  if (kept.size() >= most_kept) kept.clear();
  return kept.emplace(to_millis(hour), summer_time(hour)).first->second;
}

struct LocalParts {
  int year;
  unsigned month, day;
  std::int64_t hour, minute;
};

LocalParts in_london(Instant instant) {
  const auto at = london_time(instant);
  const auto midnight = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{midnight};
  const std::chrono::hh_mm_ss time{at - midnight};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count()};
}

constexpr std::array months = {"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};

}  // namespace

std::chrono::local_time<milliseconds> london_time(Instant instant) {
  return std::chrono::local_time<milliseconds>{(instant + ahead_of_utc(instant)).time_since_epoch()};
}

// Midnight is never skipped or doubled there: the clocks change at 01:00 UTC.
Instant london_midnight(std::chrono::local_days day) {
  const Instant as_if_utc{day.time_since_epoch()};
  return as_if_utc - ahead_of_utc(as_if_utc);
}

std::string british_date(Instant instant) {
  const auto at = in_london(instant);
  return fmt::format("{} {} {}", at.day, months.at(at.month - 1), at.year);
}

std::string british_time(Instant instant) {
  const auto at = in_london(instant);
  return fmt::format("{:02}:{:02}", at.hour, at.minute);
}

std::string british_date_time(Instant instant) {
  return british_date(instant) + ", " + british_time(instant);
}

std::string iso_date(Instant instant) {
  const auto at = in_london(instant);
  return fmt::format("{:04}-{:02}-{:02}", at.year, at.month, at.day);
}

std::string iso_utc(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     time.subseconds().count());
}

}  // namespace base
