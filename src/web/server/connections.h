// The connections that are open now: counted, watched over by one clock, told when the server stops. Any
// thread.
#pragma once

#include <memory>
#include <mutex>
#include <unordered_set>

#include "web/server/connection.h"

namespace web::server {

class Connections {
 public:
  void add(std::shared_ptr<Connection> connection) {
    const std::scoped_lock lock(mutex_);
    open_.insert(std::move(connection));
  }
  void remove(const std::shared_ptr<Connection>& connection) {
    const std::scoped_lock lock(mutex_);
    open_.erase(connection);
  }
  std::size_t count() const {
    const std::scoped_lock lock(mutex_);
    return open_.size();
  }

  void give_up_late_ones() {
    const auto now = Clock::now();
    const std::scoped_lock lock(mutex_);
    for (const auto& connection : open_) {
      if (connection->late(now)) connection->give_up_wait();
    }
  }
  void leave_idle() {
    const std::scoped_lock lock(mutex_);
    for (const auto& connection : open_) connection->leave_idle();
  }
  void cut_all() {
    const std::scoped_lock lock(mutex_);
    for (const auto& connection : open_) connection->cut();
  }

 private:
  mutable std::mutex mutex_;
  std::unordered_set<std::shared_ptr<Connection>> open_;
};

}  // namespace web::server
