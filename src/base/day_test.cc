#include "base/day.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace base {
namespace {

using namespace std::chrono_literals;

std::string start_of(std::string_view iso) {
  const auto day = day_from_iso(iso);
  return day ? iso_utc(day->start) : "nothing";
}

TEST(Day, in_winter_starts_at_midnight_utc) {
  EXPECT_EQ(start_of("2026-11-23"), "2026-11-23T00:00:00.000Z");
}

TEST(Day, in_summer_starts_an_hour_before_midnight_utc) {
  EXPECT_EQ(start_of("2026-07-02"), "2026-07-01T23:00:00.000Z");
}

TEST(Day, ends_where_the_next_one_starts) {
  EXPECT_EQ(day_from_iso("2026-12-31")->end, day_from_iso("2027-01-01")->start);
  EXPECT_EQ(day_from_iso("2026-06-30")->end, day_from_iso("2026-07-01")->start);
}

TEST(Day, is_23_hours_long_when_the_clocks_go_forward_and_25_when_they_go_back) {
  const auto spring = day_from_iso("2026-03-29");
  const auto autumn = day_from_iso("2026-10-25");
  EXPECT_EQ(spring->end - spring->start, 23h);
  EXPECT_EQ(autumn->end - autumn->start, 25h);
}

TEST(Day, holds_every_moment_that_is_written_with_its_date) {
  const auto day = day_from_iso("2026-10-25");
  EXPECT_EQ(iso_date(day->start), "2026-10-25");
  EXPECT_EQ(iso_date(day->end - 1ms), "2026-10-25");
  EXPECT_EQ(iso_date(day->start - 1ms), "2026-10-24");
}

TEST(Day, may_be_the_29th_of_february_only_in_a_leap_year) {
  EXPECT_TRUE(day_from_iso("2028-02-29"));
  EXPECT_FALSE(day_from_iso("2026-02-29"));
}

TEST(Day, refuses_what_is_not_a_day) {
  for (const auto* text :
       {"", "2026", "2026-13-01", "2026-00-10", "2026-04-31", "23/11/2026", "2026-1-1", "2026-11-23 ",
        "-026-11-23", "+026-11-23", "2026-11-2x", "1899-12-31", "3000-01-01", "２０２６-11-23"}) {
    EXPECT_FALSE(day_from_iso(text)) << text;
  }
}

TEST(Day, counts_days_over_months_years_and_changes_of_the_clock) {
  EXPECT_EQ(days_after("2026-03-28", 2), "2026-03-30");
  EXPECT_EQ(days_after("2026-12-31", 1), "2027-01-01");
  EXPECT_EQ(days_after("2028-03-01", -1), "2028-02-29");
  EXPECT_EQ(days_between("2026-10-24", "2026-10-26"), 2);
  EXPECT_EQ(days_between("2027-08-31", "2027-08-31"), 0);
  EXPECT_EQ(days_between("2027-09-01", "2027-08-31"), -1);
  EXPECT_THROW(days_after("tomorrow", 1), std::logic_error);
}

TEST(Day, is_written_for_people) {
  EXPECT_EQ(british_date("2027-08-31"), "31 August 2027");
  EXPECT_EQ(british_date("2027-03-28"), "28 March 2027");
  EXPECT_EQ(british_date("some day"), "some day");
}

}  // namespace
}  // namespace base
