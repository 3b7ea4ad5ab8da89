#include "db/postgresql_database.h"

#include <algorithm>
#include <random>
#include <stdexcept>
#include <thread>

#include "db/nesting.h"

namespace db {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds patience_for_a_connection = 10s;
constexpr int most_attempts = 20;
constexpr auto longest_pause = 100ms;

// Longer from attempt to attempt, and never the same for two.
void pause_before(int attempt) {
  thread_local std::minstd_rand random(std::random_device{}());
  const auto most = std::min<std::chrono::microseconds>(1ms * (1 << std::min(attempt, 10)), longest_pause);
  std::this_thread::sleep_for(
      std::chrono::microseconds(std::uniform_int_distribution<std::int64_t>(0, most.count())(random)));
}

// Nothing was or will be committed: the work may be run again.
class LostBeforeCommit : public Unreachable {
 public:
  using Unreachable::Unreachable;
};

// Unless it was committed; and nobody else gets a connection that cannot even roll back.
struct LeaveClean {
  Pool<PostgresqlConnection>::Lease& lease;
  ~LeaveClean() {
    lease->roll_back();
    if (!lease->usable()) lease.drop();
  }
};

}  // namespace

PostgresqlDatabase::PostgresqlDatabase(const std::string& url, std::size_t connections,
                                       std::chrono::milliseconds patience)
    : pool_(connections, patience_for_a_connection, [this, url, patience] {
        return std::make_unique<PostgresqlConnection>(url, patience, executed_);
      }) {
  pool_.take();
}

void PostgresqlDatabase::run_read(const std::function<void(Connection&)>& work) {
  run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", [&](Connection& c) {
    work(c);
    return false;
  });
}

void PostgresqlDatabase::run_write(const std::function<Outcome(Connection&)>& work) {
  run("BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE",
      [&](Connection& c) { return work(c) == Outcome::commit; });
}

void PostgresqlDatabase::run(const char* begin, const Work& work) {
  const NotNested not_nested(this);
  bool lost = false;
  bool fresh = false;
  for (int attempt = 1;; ++attempt) {
    try {
      return run_once(begin, work, fresh);
    } catch (const LostBeforeCommit&) {
      if (lost) throw;
      lost = fresh = true;
    } catch (const Contended&) {
      if (attempt >= most_attempts) throw;
      fresh = false;
      pause_before(attempt);
    }
  }
}

// A connection lost while it commits may or may not have committed: that is never tried again.
void PostgresqlDatabase::run_once(const char* begin, const Work& work, bool on_a_fresh_connection) {
  auto lease = pool_.take(on_a_fresh_connection);
  const LeaveClean at_the_end{lease};
  bool committing = false;
  try {
    lease->control(begin);
    if (!work(*lease)) return;
    if (lease->failed()) throw std::logic_error("a statement failed, yet its write was to be committed");
    committing = true;
    lease->control("COMMIT");
  } catch (const Unreachable& lost) {
    if (committing || lease->usable()) throw;
    throw LostBeforeCommit(lost.what());
  }
}

}  // namespace db
