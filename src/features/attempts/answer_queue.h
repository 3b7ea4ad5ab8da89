// Saving answers for many people at once: whoever comes while a commit is under way shares the next one. Each
// hears only after the commit that holds their answers. Any thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <vector>

#include "db/database.h"
#include "features/attempts/attempt_store.h"

namespace attempts {

class AnswerQueue {
 public:
  AnswerQueue(db::Database& database, AttemptStore& store) : database_(database), store_(store) {}

  // As AttemptStore::save in a transaction of its own, only quicker when many call; throws what the database
  // throws.
  base::Result<Outcome> save(const access::Actor&, AttemptId, const FormItems&);

 private:
  struct Waiting {
    Saving saving;
    std::optional<base::Result<Outcome>> outcome{};
    std::exception_ptr failure{};
    bool done = false;
    std::condition_variable woken{};
  };
  using Batch = std::vector<Waiting*>;

  Batch next_batch();
  void run(const Batch&);
  void save_together(const Batch&);

  db::Database& database_;
  AttemptStore& store_;
  std::mutex mutex_;
  std::deque<Waiting*> queue_;
  int leaders_ = 0;
};

}  // namespace attempts
