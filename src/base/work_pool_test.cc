#include "base/work_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <future>
#include <set>

namespace base {
namespace {

using Priority = WorkPool::Priority;

// Holds one thread of a pool until it is opened.
class Gate {
 public:
  explicit Gate(WorkPool& pool) {
    std::promise<void> started;
    EXPECT_TRUE(pool.try_submit([&started, opened = opened_.get_future().share()] {
      started.set_value();
      opened.wait();
    }));
    started.get_future().wait();
  }
  void open() { opened_.set_value(); }

 private:
  std::promise<void> opened_;
};

TEST(WorkPool, runs_what_it_takes) {
  std::atomic<int> done = 0;
  {
    WorkPool pool(2, 100);
    for (int i = 0; i < 100; ++i) EXPECT_TRUE(pool.try_submit([&] { ++done; }));
  }
  EXPECT_EQ(done, 100);
}

TEST(WorkPool, runs_as_many_at_once_as_it_has_threads) {
  WorkPool pool(3, 10);
  EXPECT_EQ(pool.threads(), 3U);
  std::barrier all_there(4);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(pool.try_submit([&] { all_there.arrive_and_wait(); }));
  all_there.arrive_and_wait();
}

TEST(WorkPool, refuses_a_task_when_its_queue_is_full) {
  WorkPool pool(1, 2);
  Gate gate(pool);
  EXPECT_TRUE(pool.try_submit([] {}));
  EXPECT_TRUE(pool.try_submit([] {}));
  EXPECT_EQ(pool.waiting(), 2U);
  EXPECT_FALSE(pool.try_submit([] { FAIL() << "a refused task ran"; }));
  gate.open();
}

TEST(WorkPool, tells_how_long_it_has_stood_still) {
  WorkPool pool(2, 10);
  EXPECT_EQ(pool.stood_still().count(), 0);
  Gate first(pool);
  EXPECT_EQ(pool.stood_still().count(), 0) << "one thread is free";
  Gate second(pool);
  const auto still = pool.stood_still();
  EXPECT_GT(still.count(), 0);
  EXPECT_GT(pool.stood_still(), still);
  first.open();
  std::promise<void> taken;
  ASSERT_TRUE(pool.try_submit([&] { taken.set_value(); }));
  taken.get_future().wait();
  second.open();
}

TEST(WorkPool, takes_urgent_tasks_while_its_background_queue_is_full) {
  WorkPool pool(1, 1);
  Gate gate(pool);
  EXPECT_TRUE(pool.try_submit([] {}, Priority::background));
  EXPECT_FALSE(pool.try_submit([] {}, Priority::background));
  EXPECT_TRUE(pool.try_submit([] {}));
  gate.open();
}

TEST(WorkPool, starts_urgent_tasks_before_background_ones_each_in_their_order) {
  std::string order;
  {
    WorkPool pool(1, 10);
    Gate gate(pool);
    EXPECT_TRUE(pool.try_submit([&] { order += 'c'; }, Priority::background));
    EXPECT_TRUE(pool.try_submit([&] { order += 'd'; }, Priority::background));
    EXPECT_TRUE(pool.try_submit([&] { order += 'a'; }));
    EXPECT_TRUE(pool.try_submit([&] { order += 'b'; }));
    gate.open();
  }
  EXPECT_EQ(order, "abcd");
}

TEST(WorkPool, finishes_what_waits_before_it_goes) {
  std::atomic<int> done = 0;
  {
    WorkPool pool(1, 100);
    Gate gate(pool);
    for (int i = 0; i < 50; ++i) {
      EXPECT_TRUE(pool.try_submit([&] { ++done; }, i % 2 == 0 ? Priority::urgent : Priority::background));
    }
    gate.open();
  }
  EXPECT_EQ(done, 50);
}

TEST(WorkPool, refuses_tasks_that_its_last_tasks_submit_while_it_stops) {
  std::promise<void> stopping;
  bool taken = true;
  auto pool = std::make_unique<WorkPool>(1, 10);
  auto& reference = *pool;
  EXPECT_TRUE(pool->try_submit([&] {
    stopping.get_future().wait();
    // The destructor has been entered, or soon is: until then the pool still takes tasks.
    while ((taken = reference.try_submit([] {}))) std::this_thread::yield();
  }));
  std::jthread([&] { stopping.set_value(); });
  pool.reset();
  EXPECT_FALSE(taken);
}

TEST(WorkPool, lets_a_task_submit_another) {
  std::promise<void> second;
  WorkPool pool(1, 10);
  EXPECT_TRUE(pool.try_submit([&] { EXPECT_TRUE(pool.try_submit([&] { second.set_value(); })); }));
  second.get_future().wait();
}

TEST(WorkPool, forgets_a_task_as_soon_as_it_is_done) {
  WorkPool pool(1, 10);
  auto held = std::make_shared<int>(1);
  const std::weak_ptr<int> watched = held;
  EXPECT_TRUE(pool.try_submit([held = std::move(held)] {}));
  std::promise<void> after;
  EXPECT_TRUE(pool.try_submit([&] { after.set_value(); }));
  after.get_future().wait();
  EXPECT_TRUE(watched.expired());
}

TEST(WorkPool, serves_many_submitters_at_once) {
  std::atomic<int> done = 0;
  std::atomic<int> taken = 0;
  {
    WorkPool pool(2, 50);
    std::vector<std::jthread> submitters;
    for (int s = 0; s < 4; ++s) {
      submitters.emplace_back([&] {
        for (int i = 0; i < 500; ++i) taken += pool.try_submit([&] { ++done; }) ? 1 : 0;
      });
    }
  }
  EXPECT_EQ(done, taken);
  EXPECT_GT(done, 0);
}

}  // namespace
}  // namespace base
