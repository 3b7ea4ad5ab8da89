#include "db/pool.h"

#include <gtest/gtest.h>

#include <thread>

namespace db {
namespace {

using namespace std::chrono_literals;

class PoolTest : public ::testing::Test {
 protected:
  Pool<int> pool(std::size_t limit) {
    return Pool<int>(limit, 30ms, [this] { return std::make_unique<int>(++opened_); });
  }
  int opened_ = 0;
};

TEST_F(PoolTest, opens_one_only_when_none_is_idle) {
  auto p = pool(4);
  p.take();
  p.take();
  EXPECT_EQ(opened_, 1);
  auto first = p.take();
  auto second = p.take();
  EXPECT_EQ(opened_, 2);
  EXPECT_NE(*first, *second);
}

TEST_F(PoolTest, says_unreachable_when_none_comes_free_in_time) {
  auto p = pool(1);
  auto held = p.take();
  EXPECT_THROW(p.take(), Unreachable);
}

TEST_F(PoolTest, waits_for_one_that_comes_free) {
  Pool<int> p(1, 10s, [this] { return std::make_unique<int>(++opened_); });
  std::jthread holder([held = p.take()] { std::this_thread::sleep_for(20ms); });
  EXPECT_EQ(*p.take(), 1);
}

TEST_F(PoolTest, lends_nobody_one_that_was_dropped) {
  auto p = pool(1);
  p.take().drop();
  EXPECT_EQ(*p.take(), 2);
}

TEST_F(PoolTest, opens_a_fresh_one_in_place_of_an_idle_one) {
  auto p = pool(1);
  p.take();
  EXPECT_EQ(*p.take(true), 2);
  EXPECT_EQ(*p.take(), 2);
}

TEST_F(PoolTest, has_room_again_after_one_could_not_be_opened) {
  bool works = false;
  Pool<int> p(1, 30ms, [&]() -> std::unique_ptr<int> {
    if (!works) throw Unreachable("no");
    return std::make_unique<int>(7);
  });
  EXPECT_THROW(p.take(), Unreachable);
  works = true;
  EXPECT_EQ(*p.take(), 7);
}

}  // namespace
}  // namespace db
