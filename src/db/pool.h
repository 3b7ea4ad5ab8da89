// Connections that are opened as needed, at most `limit` at once, and lent to one thread at a time. Any
// thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "db/errors.h"

namespace db {

template <class T>
class Pool {
 public:
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<T> held) : pool_(&pool), held_(std::move(held)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), held_(std::move(other.held_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_) pool_->give_back(std::move(held_));
    }
    T& operator*() { return *held_; }
    T* operator->() { return held_.get(); }
    void drop() { held_.reset(); }  // broken: closes it now, nobody gets it again

   private:
    Pool* pool_;
    std::unique_ptr<T> held_;
  };

  Pool(std::size_t limit, std::chrono::milliseconds patience, std::function<std::unique_ptr<T>()> open)
      : limit_(limit), patience_(patience), open_(std::move(open)) {}

  // Throws Unreachable when none comes free in time, and what `open` throws. `fresh`: a new one, not one that
  // was idle.
  Lease take(bool fresh = false) {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_for(lock, patience_, [&] { return !idle_.empty() || opened_ < limit_; }))
      throw Unreachable("every connection to the database is in use");
    if (idle_.empty()) {
      ++opened_;
      return opened(lock);
    }
    std::unique_ptr<T> held = std::move(idle_.back());
    idle_.pop_back();
    if (!fresh) return Lease(*this, std::move(held));
    return opened(lock);
  }

 private:
  Lease opened(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    try {
      return Lease(*this, open_());
    } catch (...) {
      give_back(nullptr);
      throw;
    }
  }

  void give_back(std::unique_ptr<T> held) {
    const std::lock_guard lock(mutex_);
    if (held)
      idle_.push_back(std::move(held));
    else
      --opened_;
    freed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<T>> idle_;
  std::size_t opened_ = 0;
  std::size_t limit_;
  std::chrono::milliseconds patience_;
  std::function<std::unique_ptr<T>()> open_;
};

}  // namespace db
