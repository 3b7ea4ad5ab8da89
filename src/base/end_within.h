// The last resort of a process that was told to stop: while it lives, a clock runs, and at its end the
// process ends whatever its threads are at. What was acknowledged is on the disk; what was not is as after a
// power cut.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "base/log.h"

namespace base {

class EndWithin {
 public:
  explicit EndWithin(std::chrono::milliseconds grace)
      : clock_([grace](const std::stop_token& over) {
          std::mutex mutex;
          std::condition_variable_any wake;
          std::unique_lock lock(mutex);
          wake.wait_for(lock, over, grace, [] { return false; });
          if (over.stop_requested()) return;
          log(LogLevel::error, "stopped_by_force");
          std::_Exit(EXIT_FAILURE);
        }) {}

 private:
  std::jthread clock_;
};

}  // namespace base
