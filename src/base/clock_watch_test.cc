#include "base/clock_watch.h"

#include <gtest/gtest.h>

namespace base {
namespace {

using namespace std::chrono_literals;

class ClockWatchTest : public ::testing::Test {
 public:
  void pass(std::chrono::milliseconds time) {
    steady += time;
    wall += time;
  }
  Instant now() { return watch.at(wall); }

  ClockWatch::Steady steady{1h};
  Instant wall = from_millis(1'700'000'000'000);
  ClockWatch watch{[this] { return steady; }};
};

TEST_F(ClockWatchTest, goes_by_the_wall_clock_while_it_runs_like_the_steady_one) {
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(now(), wall);
    pass(3s);
  }
  EXPECT_FALSE(watch.doubted());
}

TEST_F(ClockWatchTest, a_jump_forward_or_back_takes_no_time_and_gives_none) {
  for (const auto jump : {60min, -60min}) {
    now();
    wall += jump;
    const auto before = wall - jump;
    EXPECT_EQ(now(), before);
    EXPECT_EQ(watch.jump(), jump);
    pass(10s);
    EXPECT_EQ(now(), before + 10s);
    wall -= jump;
    EXPECT_EQ(now(), wall) << "it came back";
    EXPECT_FALSE(watch.doubted());
    EXPECT_EQ(watch.jump(), 0ms);
  }
}

TEST_F(ClockWatchTest, a_clock_that_stood_for_five_minutes_after_its_jump_is_believed_again) {
  now();
  wall += 60min;
  now();
  pass(4min + 59s);
  now();
  EXPECT_TRUE(watch.doubted());
  pass(1s);
  EXPECT_EQ(now(), wall);
  EXPECT_FALSE(watch.doubted());
}

TEST_F(ClockWatchTest, another_jump_begins_the_five_minutes_anew) {
  now();
  wall += 60min;
  now();
  pass(4min);
  wall += 60min;
  now();
  EXPECT_EQ(watch.jump(), 120min);
  pass(4min);
  now();
  EXPECT_TRUE(watch.doubted());
}

TEST_F(ClockWatchTest, is_not_deceived_by_a_jump_in_small_steps) {
  for (int i = 0; i < 5; ++i) {
    now();
    pass(3s);
    wall += 29s;
  }
  now();
  EXPECT_TRUE(watch.doubted());
}

TEST_F(ClockWatchTest, follows_a_clock_that_is_put_right_gently) {
  for (int i = 0; i < 2000; ++i) {
    now();
    pass(3s);
    wall += 240ms;
  }
  EXPECT_EQ(now(), wall);
  EXPECT_FALSE(watch.doubted());
}

}  // namespace
}  // namespace base
