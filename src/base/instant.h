// A moment in UTC to the millisecond, as the database keeps it (a 64-bit integer), and how it is written for
// people: British, on Europe/London's clock.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace base {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

constexpr std::int64_t to_millis(Instant instant) {
  return instant.time_since_epoch().count();
}
constexpr Instant from_millis(std::int64_t millis) {
  return Instant{std::chrono::milliseconds{millis}};
}

std::chrono::local_time<std::chrono::milliseconds> london_time(Instant);  // what the clock there shows
Instant london_midnight(std::chrono::local_days);                         // with which that day begins

std::string british_date(Instant);       // 23 November 2026
std::string british_time(Instant);       // 14:05
std::string british_date_time(Instant);  // 23 November 2026, 14:05
std::string iso_date(Instant);           // 2026-11-23, Europe/London
std::string iso_utc(Instant);            // 2026-11-23T14:05:09.123Z

}  // namespace base
