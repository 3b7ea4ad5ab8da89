#include "documents/london_days.h"

#include <charconv>
#include <string>
#include <string_view>

namespace documents {
namespace {

constexpr double epoch_day = 25'569;  // 1970-01-01
constexpr double minutes_a_day = 24 * 60;

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::chrono::minutes clock_in_london(base::Instant at) {
  const std::string date = base::iso_date(at);
  const std::string time = base::british_time(at);
  const std::string_view d = date;
  const std::string_view t = time;
  const std::chrono::year_month_day day{std::chrono::year{number(d.substr(0, 4))},
                                        std::chrono::month{static_cast<unsigned>(number(d.substr(5, 2)))},
                                        std::chrono::day{static_cast<unsigned>(number(d.substr(8, 2)))}};
  return std::chrono::sys_days{day}.time_since_epoch() + std::chrono::hours{number(t.substr(0, 2))} +
         std::chrono::minutes{number(t.substr(3, 2))};
}

}  // namespace

double LondonDays::serial(base::Instant at) {
  return epoch_day + static_cast<double>(local_minutes(at).count()) / minutes_a_day;
}

double LondonDays::day(base::Instant at) {
  return epoch_day + static_cast<double>(std::chrono::floor<std::chrono::days>(local_minutes(at)).count());
}

// The clock changes on the hour.
std::chrono::minutes LondonDays::offset_at(base::Instant at) {
  const auto hour = std::chrono::floor<std::chrono::hours>(at);
  const auto [known, fresh] = offsets_.try_emplace(hour.time_since_epoch().count());
  if (fresh) known->second = clock_in_london(hour) - std::chrono::minutes(hour.time_since_epoch());
  return known->second;
}

std::chrono::minutes LondonDays::local_minutes(base::Instant at) {
  return std::chrono::floor<std::chrono::minutes>(at).time_since_epoch() + offset_at(at);
}

}  // namespace documents
