#include "base/instant.h"

#include <fmt/format.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace base {
namespace {

struct LocalParts {
  int year, month, day, hour, minute;
};

LocalParts in_london(Instant instant) {
  // A calendar is not for two threads at once, and costly to make.
  thread_local const std::unique_ptr<icu::Calendar> calendar = [] {
    UErrorCode status = U_ZERO_ERROR;
    auto made =
        std::make_unique<icu::GregorianCalendar>(icu::TimeZone::createTimeZone("Europe/London"), status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no calendar");
    return made;
  }();
  UErrorCode status = U_ZERO_ERROR;
  calendar->setTime(static_cast<UDate>(to_millis(instant)), status);
  const auto field = [&](UCalendarDateFields which) {
    return static_cast<int>(calendar->get(which, status));
  };
  return {field(UCAL_YEAR), field(UCAL_MONTH), field(UCAL_DATE), field(UCAL_HOUR_OF_DAY), field(UCAL_MINUTE)};
}

constexpr std::array months = {"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};

}  // namespace

std::string british_date(Instant instant) {
  const auto at = in_london(instant);
  return fmt::format("{} {} {}", at.day, months.at(static_cast<std::size_t>(at.month)), at.year);
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
  return fmt::format("{:04}-{:02}-{:02}", at.year, at.month + 1, at.day);
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
