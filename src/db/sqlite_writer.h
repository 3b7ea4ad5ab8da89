// The one connection that writes a SQLite database. Callers that wait share a commit: the first in the queue
// leads, runs everybody's work, each in a savepoint of its own, commits once, and only then does anybody
// hear. Any thread.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "db/file_lock.h"
#include "db/sqlite_connection.h"

namespace db {

class SqliteWriter {
 public:
  using Work = std::function<bool(Connection&)>;  // true: keep what it did, false: roll it back

  SqliteWriter(std::string path, std::atomic<std::uint64_t>& executed);

  // Returns when the commit that holds the work is durable. Throws what the work threw, or why there was no
  // commit.
  void write(const Work&);

  std::uint64_t commits() const { return commits_; }
  std::size_t waiting();  // callers whose work has not begun

 private:
  struct Waiting {
    const Work& work;
    std::exception_ptr failure{};
    bool done = false;
    std::condition_variable woken{};
  };
  using Batch = std::vector<Waiting*>;

  Batch next_batch();
  void run(const Batch&);
  void run_one(Waiting&);
  void begin();
  void commit();
  void give_up(const Batch&);

  std::string path_;
  std::atomic<std::uint64_t>& executed_;
  FileLock between_processes_;
  std::unique_ptr<SqliteConnection> connection_;  // the leader's; opened afresh after it became useless

  std::mutex mutex_;
  std::deque<Waiting*> queue_;
  bool led_ = false;
  std::atomic<std::uint64_t> commits_ = 0;
};

}  // namespace db
