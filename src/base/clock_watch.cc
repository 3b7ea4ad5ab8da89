#include "base/clock_watch.h"

#include <algorithm>

#include "base/log.h"

namespace base {
namespace {

// A clock that is put right gently runs a little faster or slower (chrony: by a twelfth at most); that is
// followed, and is no jump.
constexpr int slew = 10;

ClockWatch::Millis since_start(ClockWatch::Steady now) {
  return std::chrono::duration_cast<ClockWatch::Millis>(now.time_since_epoch());
}

bool near(ClockWatch::Millis a, ClockWatch::Millis b) {
  return std::chrono::abs(a - b) <= ClockWatch::tolerance;
}

void tell(LogLevel level, std::string_view event, ClockWatch::Millis jump) {
  log(level, event, {{"seconds", std::chrono::duration_cast<std::chrono::seconds>(jump).count()}});
}

}  // namespace

Instant ClockWatch::at(Instant wall) {
  const std::scoped_lock lock(mutex_);
  const auto now = steady_();
  believe_or_doubt(wall.time_since_epoch() - since_start(now), now);
  return jumped_to_ ? Instant{*believed_ + since_start(now)} : wall;
}

void ClockWatch::believe_or_doubt(Millis ahead, Steady now) {
  if (!believed_) believed_ = ahead;
  if (near(ahead, *believed_)) {
    if (jumped_to_) tell(LogLevel::warning, "clock_came_back", *jumped_to_ - *believed_);
    jumped_to_.reset();
    const auto step = std::chrono::duration_cast<Millis>(std::max(now - believed_at_, {})) / slew;
    *believed_ += std::clamp(ahead - *believed_, -step, step);
    believed_at_ = now;
    return;
  }
  if (!jumped_to_ || !near(ahead, *jumped_to_)) {
    jumped_to_ = ahead;
    jumped_at_ = now;
    tell(LogLevel::error, "clock_jumped", ahead - *believed_);
  } else if (now - jumped_at_ >= patience) {
    tell(LogLevel::warning, "clock_believed_again", ahead - *believed_);
    believed_ = ahead;
    believed_at_ = now;
    jumped_to_.reset();
  }
}

bool ClockWatch::doubted() const {
  const std::scoped_lock lock(mutex_);
  return jumped_to_.has_value();
}

ClockWatch::Millis ClockWatch::jump() const {
  const std::scoped_lock lock(mutex_);
  return jumped_to_ ? *jumped_to_ - *believed_ : Millis{0};
}

}  // namespace base
