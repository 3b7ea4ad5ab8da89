#include "base/instant.h"

#include <gtest/gtest.h>

#include <atomic>

namespace base {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

Instant at(std::chrono::year_month_day date, std::chrono::milliseconds time) {
  return Instant{sys_days{date}} + time;
}

constexpr auto november = std::chrono::year{2026} / 11 / 23;
constexpr auto spring = std::chrono::year{2026} / 3 / 29;   // the clocks go forward at 01:00 UTC
constexpr auto autumn = std::chrono::year{2026} / 10 / 25;  // and back

TEST(Instant, is_kept_as_milliseconds_since_1970) {
  EXPECT_EQ(to_millis(from_millis(1'795'442'709'123)), 1'795'442'709'123);
  EXPECT_EQ(to_millis(Instant{}), 0);
}

TEST(Instant, is_written_as_people_in_britain_write_it) {
  EXPECT_EQ(british_date(at(november, 14h + 5min)), "23 November 2026");
  EXPECT_EQ(british_time(at(november, 14h + 5min)), "14:05");
  EXPECT_EQ(british_date_time(at(november, 14h + 5min)), "23 November 2026, 14:05");
}

TEST(Instant, has_no_leading_zero_in_the_day_but_in_the_hour) {
  EXPECT_EQ(british_date_time(at(std::chrono::year{2026} / 1 / 2, 3h + 4min)), "2 January 2026, 03:04");
}

TEST(Instant, in_summer_is_an_hour_ahead_of_utc) {
  EXPECT_EQ(british_date_time(at(std::chrono::year{2026} / 7 / 1, 23h + 30min)), "2 July 2026, 00:30");
  EXPECT_EQ(iso_date(at(std::chrono::year{2026} / 7 / 1, 23h + 30min)), "2026-07-02");
}

TEST(Instant, skips_the_hour_that_the_clocks_skip_in_spring) {
  EXPECT_EQ(british_time(at(spring, 59min + 59s + 999ms)), "00:59");
  EXPECT_EQ(british_time(at(spring, 1h)), "02:00");
}

TEST(Instant, repeats_the_hour_that_the_clocks_repeat_in_autumn) {
  EXPECT_EQ(british_time(at(autumn, 30min)), "01:30");
  EXPECT_EQ(british_time(at(autumn, 1h + 30min)), "01:30");
  EXPECT_EQ(british_time(at(autumn, 2h)), "02:00");
}

TEST(Instant, rounds_no_second_up_into_the_next_day) {
  EXPECT_EQ(british_date_time(at(november, 23h + 59min + 59s + 999ms)), "23 November 2026, 23:59");
  EXPECT_EQ(iso_date(at(november, 23h + 59min + 59s + 999ms)), "2026-11-23");
}

TEST(Instant, in_utc_has_its_milliseconds) {
  EXPECT_EQ(iso_utc(at(november, 14h + 5min + 9s + 7ms)), "2026-11-23T14:05:09.007Z");
  EXPECT_EQ(iso_utc(Instant{}), "1970-01-01T00:00:00.000Z");
}

TEST(Instant, before_1970_is_written_too) {
  EXPECT_EQ(iso_utc(from_millis(-1)), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(british_date(at(std::chrono::year{1960} / 2 / 29, 12h)), "29 February 1960");
}

// A date of a download once took as long as formatting it and reading it back.
TEST(Instant, is_told_by_the_clock_of_london_without_a_word_being_written) {
  for (int hours = 0; hours < 24 * 450; ++hours) {
    const auto time = at(std::chrono::year{2026} / 1 / 1, std::chrono::hours(hours) + 20min);
    const auto shown = london_time(time);
    const Instant as_if_utc{shown.time_since_epoch()};
    ASSERT_EQ(iso_utc(as_if_utc).substr(11, 5), british_time(time));
    ASSERT_EQ(iso_utc(as_if_utc).substr(0, 10), iso_date(time));
    ASSERT_LE(london_midnight(std::chrono::floor<std::chrono::days>(shown)), time);
  }
  EXPECT_EQ(british_time(at(spring, 59min)), "00:59");
  EXPECT_EQ(british_time(at(spring, 1h)), "02:00");
}

TEST(Instant, is_written_alike_on_many_threads_at_once) {
  std::vector<std::jthread> threads;
  std::atomic<int> wrong = 0;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 500; ++i) {
        if (british_date_time(at(november, 14h + 5min)) != "23 November 2026, 14:05") ++wrong;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace base
