#pragma once

#include <atomic>
#include <limits>

#include "web/server/asio.h"

namespace web::server {

// By when what a connection waits for must have happened. Set by the connection, read by the server's clock;
// any thread.
class Deadline {
 public:
  void within(Clock::duration time) { at_ = (Clock::now() + time).time_since_epoch().count(); }
  void lift() { at_ = never; }
  bool passed(Clock::time_point now) const { return at_ < now.time_since_epoch().count(); }

 private:
  static constexpr Clock::rep never = std::numeric_limits<Clock::rep>::max();
  std::atomic<Clock::rep> at_{never};
};

}  // namespace web::server
