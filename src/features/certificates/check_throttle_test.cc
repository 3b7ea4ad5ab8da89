#include "features/certificates/check_throttle.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace certificates {
namespace {

using namespace std::chrono_literals;

class CheckThrottleTest : public ::testing::Test {
 public:
  std::chrono::seconds take(std::string_view address) { return throttle.take(address, now); }
  void wait(std::chrono::milliseconds time) { now += time; }

  CheckThrottle throttle{{.at_once = 3, .one_back_every = 2s, .addresses = 10}};
  CheckThrottle::Clock::time_point now{};
};

TEST_F(CheckThrottleTest, lets_each_address_check_so_many_at_once_and_then_says_how_long_to_wait) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(take("192.0.2.1"), 0s);
  EXPECT_EQ(take("192.0.2.1"), 2s);
  EXPECT_EQ(take("192.0.2.2"), 0s);
}

TEST_F(CheckThrottleTest, gives_one_back_every_so_often_and_never_more_than_at_first) {
  for (int i = 0; i < 3; ++i) take("192.0.2.1");
  wait(2s);
  EXPECT_EQ(take("192.0.2.1"), 0s);
  EXPECT_EQ(take("192.0.2.1"), 2s);
  wait(1h);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(take("192.0.2.1"), 0s);
  EXPECT_GT(take("192.0.2.1"), 0s);
}

TEST_F(CheckThrottleTest, keeps_no_more_addresses_than_it_may_and_lets_the_rest_share) {
  for (int i = 0; i < 10; ++i) take(fmt::format("192.0.2.{}", i));
  int refused = 0;
  for (int i = 0; i < 50; ++i) refused += take(fmt::format("198.51.100.{}", i)) > 0s ? 1 : 0;
  EXPECT_EQ(refused, 47);
}

TEST_F(CheckThrottleTest, forgets_addresses_that_have_all_their_checks_back) {
  for (int i = 0; i < 10; ++i) take(fmt::format("192.0.2.{}", i));
  wait(10s);
  for (int i = 0; i < 9; ++i) EXPECT_EQ(take(fmt::format("198.51.100.{}", i)), 0s);
}

}  // namespace
}  // namespace certificates
