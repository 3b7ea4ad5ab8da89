#include "base/end_within.h"

#include <gtest/gtest.h>

namespace base {
namespace {

using namespace std::chrono_literals;

TEST(EndWithin, a_thread_that_never_ended_kept_the_process_for_ever) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(
      {
        std::jthread endless([] {
          for (;;) std::this_thread::yield();
        });
        const EndWithin end(50ms);
        endless.join();
      },
      ::testing::ExitedWithCode(EXIT_FAILURE), "stopped_by_force");
}

TEST(EndWithin, leaves_alone_what_ends_in_time) {
  const EndWithin end(1h);
}

}  // namespace
}  // namespace base
