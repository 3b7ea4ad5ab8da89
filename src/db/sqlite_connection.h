// One SQLite connection with its prepared statements. One thread at a time.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "db/connection.h"
#include "db/sqlite_error.h"
#include "db/value.h"

struct sqlite3;
struct sqlite3_stmt;

namespace db {

class SqliteConnection final : public Connection {
 public:
  using Mode = SqliteMode;  // a reader can change nothing

  // The file must be there. `executed` counts the statements of the whole Database.
  SqliteConnection(const std::string& path, Mode, std::atomic<std::uint64_t>& executed);

  void exec_many(std::string_view sql, std::span<const std::vector<Value>> rows) override;
  void run_script(std::string_view sql) override;
  std::string_view clock() const override;
  Dialect dialect() const override { return Dialect::sqlite; }

  // BEGIN, COMMIT, SAVEPOINT and the like: not counted, allowed after a failed statement.
  void control(const char* sql);
  // Whether a transaction is open: SQLite ends one by itself on some failures (disk full).
  bool in_transaction() const;
  // As on PostgreSQL nothing more may be run after a statement failed, until this is set back at a roll-back.
  bool failed() const { return failed_; }
  void forget_failure() { failed_ = false; }
  bool has_unmet_foreign_keys() const;  // deferred ones, which would make COMMIT fail

  sqlite3* native() { return connection_.get(); }

 private:
  struct Close {
    void operator()(sqlite3*) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt*) const;
  };
  using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  Rows run(std::string_view sql, std::span<const Value> args) override;
  void configure();
  sqlite3_stmt* prepared(std::string_view sql);
  Rows run_prepared(sqlite3_stmt*, std::string_view sql, std::span<const Value> args);
  template <class F>
  auto noting_failure(F&&);
  [[noreturn]] void fail(int code, std::string_view sql);

  Mode mode_;
  std::atomic<std::uint64_t>& executed_;
  std::unique_ptr<sqlite3, Close> connection_;
  std::unordered_map<std::string, Statement, Hash, std::equal_to<>> statements_;
  bool failed_ = false;
};

// Arguments into a SQLite statement, columns out of it.
struct ResetWhenDone {
  sqlite3_stmt* statement;
  ~ResetWhenDone();
};

// `value` must outlive the run of the statement. Returns SQLite's result code.
int bind(sqlite3_stmt*, int position, const Value& value);
Row current_row(sqlite3_stmt*);
// Whether nothing but white space and a semicolon follows the first statement of `sql`, which ended at
// `rest`.
bool only_space(const char* rest, std::string_view sql);

}  // namespace db
