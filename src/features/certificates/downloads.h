// Downloads of many certificates that are going on, so that a page can show how far one is and stop it. In
// memory, of this process alone; a download belongs to who began it. Any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "access/actor.h"

namespace certificates {

// Shared by the stream that fills it and the pages that look.
class Download {
 public:
  enum class State { running, finished, stopped };

  explicit Download(std::size_t total) : total_(total) {}

  void drawn() { ++done_; }
  void finish() { state_ = State::finished; }
  // Stays finished where it is.
  void stop() {
    auto running = State::running;
    state_.compare_exchange_strong(running, State::stopped);
  }

  std::size_t done() const { return done_; }
  std::size_t total() const { return total_; }
  State state() const { return state_; }

 private:
  const std::size_t total_;
  std::atomic<std::size_t> done_ = 0;
  std::atomic<State> state_ = State::running;
};

class Downloads {
 public:
  // `name` is the page's own for it, at most 64 characters of it count. One begun under the same name
  // replaces the one before. The oldest is forgotten where there are more than `most`.
  std::shared_ptr<Download> begin(access::AccountId, std::string_view name, std::size_t total);
  std::shared_ptr<Download> find(access::AccountId, std::string_view name) const;

  static constexpr std::size_t most = 1'000;

 private:
  using Key = std::pair<access::AccountId, std::string>;
  static Key key(access::AccountId, std::string_view name);

  struct Entry {
    std::shared_ptr<Download> download;
    std::uint64_t number;
  };

  mutable std::mutex mutex_;
  std::map<Key, Entry> entries_;
  std::map<std::uint64_t, Key> by_age_;
  std::uint64_t next_ = 0;
};

}  // namespace certificates
