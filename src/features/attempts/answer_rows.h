// Answers on their way into the table: for the store's own files.
#pragma once

#include <vector>

#include "features/attempts/attempt_store.h"

namespace attempts {

class AnswerRows {
 public:
  void add(AttemptId, const Answers& changes, base::Instant at);
  // In one round trip, in the order in which they were added.
  void write(db::Connection&) const;

 private:
  std::vector<std::vector<db::Value>> rows_;
};

void log_late(const Attempt&);

}  // namespace attempts
