#include "base/work_pool.h"

namespace base {

WorkPool::WorkPool(std::size_t threads, std::size_t max_waiting) : max_waiting_(max_waiting) {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkPool::~WorkPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ready_.notify_all();
  threads_.clear();
}

bool WorkPool::try_submit(std::function<void()> task, Priority priority) {
  {
    const std::lock_guard lock(mutex_);
    auto& queue = priority == Priority::urgent ? urgent_ : background_;
    if (stopping_ || queue.size() >= max_waiting_) return false;
    queue.push_back(std::move(task));
  }
  ready_.notify_one();
  return true;
}

std::size_t WorkPool::waiting() const {
  const std::lock_guard lock(mutex_);
  return urgent_.size() + background_.size();
}

std::chrono::steady_clock::duration WorkPool::stood_still() const {
  const std::lock_guard lock(mutex_);
  if (busy_ < threads_.size()) return {};
  return std::chrono::steady_clock::now() - last_taken_;
}

void WorkPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ready_.wait(lock, [this] { return stopping_ || !urgent_.empty() || !background_.empty(); });
    auto& queue = urgent_.empty() ? background_ : urgent_;
    if (queue.empty()) return;
    const auto task = std::move(queue.front());
    queue.pop_front();
    ++busy_;
    last_taken_ = std::chrono::steady_clock::now();
    lock.unlock();
    task();
    lock.lock();
    --busy_;
  }
}

}  // namespace base
