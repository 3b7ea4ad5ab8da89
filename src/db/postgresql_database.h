// Database on a PostgreSQL server: a pool of connections, serialisable writes that are tried again when they
// cross.
#pragma once

#include <atomic>

#include "db/database.h"
#include "db/pool.h"
#include "db/postgresql_connection.h"

namespace db {

class PostgresqlDatabase final : public Database {
 public:
  // Connects once; throws Unreachable.
  PostgresqlDatabase(const std::string& url, std::size_t connections, std::chrono::milliseconds patience);

  Dialect dialect() const override { return Dialect::postgresql; }
  std::uint64_t statements_executed() const override { return executed_; }

 private:
  void run_read(const std::function<void(Connection&)>&) override;
  void run_write(const std::function<Outcome(Connection&)>&) override;
  // True: commit. Run again, from the start, where transactions crossed or an idle connection turns out to be
  // lost.
  using Work = std::function<bool(Connection&)>;
  void run(const char* begin, const Work&);
  void run_once(const char* begin, const Work&, bool on_a_fresh_connection);

  std::atomic<std::uint64_t> executed_ = 0;
  Pool<PostgresqlConnection> pool_;
};

}  // namespace db
