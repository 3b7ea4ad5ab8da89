// Database on a SQLite file: one connection that writes, a pool of readers.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "db/database.h"
#include "db/pool.h"
#include "db/sqlite_writer.h"

namespace db {

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(const std::string& path, std::size_t readers);

  Dialect dialect() const override { return Dialect::sqlite; }
  std::uint64_t statements_executed() const override { return executed_; }

 private:
  void run_read(const std::function<void(Connection&)>&) override;
  void run_write(const std::function<Outcome(Connection&)>&) override;
  void require_file() const;

  const std::string path_;
  std::uint64_t device_ = 0;
  std::uint64_t inode_ = 0;
  std::atomic<std::uint64_t> executed_ = 0;
  SqliteWriter writer_;  // closed after the readers: the last connection to close checkpoints
  Pool<SqliteConnection> readers_;
};

}  // namespace db
