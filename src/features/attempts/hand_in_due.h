// Handing in by itself what ran out of time, whether or not anybody looks. Any thread; several Hubs over one
// database may all do it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stop_token>

#include "db/database.h"
#include "features/attempts/attempt_store.h"

namespace attempts {

// Neither does anything while the database's clock is doubted: see base/clock_watch.h.

// Everybody's. How many were handed in. Each in a transaction of its own, so that no one waits for all.
std::size_t hand_in_due(db::Database&, AttemptStore&);

// This person's, before a page shows how they stand: one cheap read where there is none. Where it cannot be
// written (a full disk) the page shows them as they are.
void hand_in_due(db::Database&, AttemptStore&, const access::Actor&);

// What app runs every few seconds: hand_in_due(), and, when an assessment was published since the last time,
// the passes that its new version completes. One object for the life of the Hub.
class Upkeep {
 public:
  Upkeep(db::Database& database, AttemptStore& store) : database_(database), store_(store) {}
  void run(const std::stop_token& = {});  // when asked to stop it leaves the rest to the next Hub

 private:
  void complete_passes(const std::stop_token&);
  void complete_passes(const assessments::Version&, const std::stop_token&);

  db::Database& database_;
  AttemptStore& store_;
  std::int64_t seen_ = 0;  // the newest version whose passes were completed
};

}  // namespace attempts
