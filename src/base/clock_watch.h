// Whether a wall clock can be believed: it is held against the steady clock of this process, which nobody can
// set. A wall clock that jumps by more than half a minute is doubted until it comes back, or has stood where
// it is for five minutes. Any thread.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

#include "base/instant.h"

namespace base {

class ClockWatch {
 public:
  using Steady = std::chrono::steady_clock::time_point;
  using Millis = std::chrono::milliseconds;
  static constexpr Millis tolerance = std::chrono::seconds(30);
  static constexpr Millis patience = std::chrono::minutes(5);

  explicit ClockWatch(std::function<Steady()> steady = std::chrono::steady_clock::now)
      : steady_(std::move(steady)) {}

  // Notes what the wall clock says now, and returns the time to go by: that, or while it is doubted the time
  // that it would be had it not jumped.
  Instant at(Instant wall);

  bool doubted() const;
  Millis jump() const;  // by how much it jumped forward (back: below zero); 0 while it is believed

 private:
  void believe_or_doubt(Millis ahead, Steady now);

  std::function<Steady()> steady_;
  mutable std::mutex mutex_;
  std::optional<Millis> believed_;  // how far the wall clock is ahead of the steady one
  Steady believed_at_{};
  std::optional<Millis> jumped_to_;
  Steady jumped_at_{};
};

}  // namespace base
