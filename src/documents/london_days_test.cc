#include "documents/london_days.h"

#include <gtest/gtest.h>

namespace documents {
namespace {

using namespace std::chrono_literals;

base::Instant utc(std::chrono::year_month_day day, std::chrono::minutes at) {
  return std::chrono::sys_days{day} + at;
}

TEST(LondonDays, begin_with_a_day_as_spreadsheets_count_them) {
  LondonDays days;
  EXPECT_EQ(days.day(utc(std::chrono::January / 1 / 1980, 12h)), 29'221);
}

TEST(LondonDays, are_those_of_summer_time_in_summer) {
  LondonDays days;
  EXPECT_EQ(days.day(utc(std::chrono::June / 30 / 2025, 22h + 59min)), 45'838);
  EXPECT_EQ(days.day(utc(std::chrono::June / 30 / 2025, 23h)), 45'839);
  EXPECT_EQ(days.day(utc(std::chrono::December / 31 / 2025, 23h + 59min)), 46'022);
}

TEST(LondonDays, change_their_clock_on_the_hour) {
  LondonDays days;
  const auto before = days.serial(utc(std::chrono::March / 29 / 2026, 59min));
  const auto after = days.serial(utc(std::chrono::March / 29 / 2026, 60min));
  EXPECT_NEAR((after - before) * 24 * 60, 61, 0.001);
}

TEST(LondonDays, say_the_same_as_the_words_on_the_page) {
  LondonDays days;
  for (int hours = 0; hours < 24 * 400; hours += 7) {
    const auto at = utc(std::chrono::January / 1 / 2026, std::chrono::hours(hours));
    const auto shown = std::chrono::sys_days{std::chrono::December / 30 / 1899} +
                       std::chrono::days(static_cast<int>(days.day(at)));
    EXPECT_EQ(base::iso_date(shown + 12h), base::iso_date(at));
  }
}

}  // namespace
}  // namespace documents
