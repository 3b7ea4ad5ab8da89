#include "features/certificates/drawing_ahead.h"

#include <gmock/gmock.h>

#include <latch>

namespace certificates {
namespace {

DrawingAhead::Draw drawing(std::string words) {
  return [words = std::move(words)] { return documents::DrawnCertificate{words, 0}; };
}

TEST(DrawingAhead, gives_out_in_order_whichever_is_ready_first) {
  base::WorkPool pool(3, 100);
  DrawingAhead ahead(pool, 50);
  for (int i = 0; i < 50; ++i) {
    ahead.push([i] {
      std::this_thread::sleep_for(std::chrono::milliseconds(i % 5));
      return documents::DrawnCertificate{std::to_string(i), 0};
    });
  }
  EXPECT_TRUE(ahead.full());
  for (int i = 0; i < 50; ++i) EXPECT_EQ(ahead.pop().bytes, std::to_string(i));
  EXPECT_TRUE(ahead.empty());
}

TEST(DrawingAhead, goes_on_where_the_pool_has_no_thread_to_spare) {
  base::WorkPool pool(1, 1);
  std::latch release(1);
  ASSERT_TRUE(pool.try_submit([&] { release.wait(); }));
  {
    DrawingAhead ahead(pool, 10);
    for (const auto* words : {"a", "b", "c"}) ahead.push(drawing(words));
    EXPECT_EQ(ahead.pop().bytes, "a");
    EXPECT_EQ(ahead.pop().bytes, "b");
    EXPECT_EQ(ahead.pop().bytes, "c");
  }
  release.count_down();
}

TEST(DrawingAhead, never_begins_what_nobody_waits_for_any_more) {
  std::atomic<int> drawn = 0;
  {
    base::WorkPool pool(1, 100);
    std::latch release(1);
    ASSERT_TRUE(pool.try_submit([&] { release.wait(); }));
    {
      DrawingAhead ahead(pool, 10);
      for (int i = 0; i < 10; ++i) {
        ahead.push([&] {
          ++drawn;
          return documents::DrawnCertificate{};
        });
      }
    }
    release.count_down();
  }
  EXPECT_EQ(drawn, 0);
}

TEST(DrawingAhead, tells_the_reader_of_a_drawing_that_failed) {
  base::WorkPool pool(2, 100);
  DrawingAhead ahead(pool, 10);
  ahead.push([]() -> documents::DrawnCertificate { throw std::runtime_error("no ink"); });
  EXPECT_THROW(ahead.pop(), std::runtime_error);
}

}  // namespace
}  // namespace certificates
