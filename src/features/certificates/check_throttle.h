// Holds back whoever checks certificates without end: each address has so many checks, and gets one back
// every so often. In memory, bounded: where there are too many addresses to tell apart, the rest share one.
// Any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace certificates {

class CheckThrottle {
 public:
  using Clock = std::chrono::steady_clock;
  struct Limits {
    double at_once = 30;
    std::chrono::milliseconds one_back_every{2'000};
    std::size_t addresses = 20'000;
  };

  CheckThrottle() : CheckThrottle(Limits{}) {}
  explicit CheckThrottle(Limits limits) : limits_(limits) {}

  // Takes one of the address's checks: 0 seconds where it had one, else how long until it has.
  std::chrono::seconds take(std::string_view address, Clock::time_point now = Clock::now());

 private:
  struct Bucket {
    double left;
    Clock::time_point at;
  };
  Bucket& bucket(std::string_view address, Clock::time_point now);
  double left_at(const Bucket&, Clock::time_point now) const;

  const Limits limits_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace certificates
