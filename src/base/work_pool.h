// A fixed number of threads with a bounded queue in front. Two priorities: `background` tasks (the passwords
// of an upload, the certificates of an export) start only when no `urgent` one waits, so that a long job
// never holds up a person by more than the task then running.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace base {

class WorkPool {
 public:
  enum class Priority { urgent, background };

  // `max_waiting` bounds each priority's queue.
  WorkPool(std::size_t threads, std::size_t max_waiting);
  ~WorkPool();  // finishes what waits, then joins
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  // False when the queue is full or the pool is stopping: the task was not taken. A task must not throw.
  [[nodiscard]] bool try_submit(std::function<void()> task, Priority = Priority::urgent);

  std::size_t threads() const { return threads_.size(); }
  std::size_t waiting() const;
  // How long every thread has been at one and the same task; 0 while one is free.
  std::chrono::steady_clock::duration stood_still() const;

 private:
  void work();

  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::function<void()>> urgent_;
  std::deque<std::function<void()>> background_;
  std::size_t max_waiting_;
  bool stopping_ = false;
  std::size_t busy_ = 0;
  std::chrono::steady_clock::time_point last_taken_{};
  std::vector<std::jthread> threads_;
};

}  // namespace base
