#include "db/sqlite_connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

#include "db/arguments.h"

namespace db {
namespace {

constexpr std::size_t most_statements_kept = 256;
constexpr int busy_milliseconds = 5000;

struct Binder {
  sqlite3_stmt* statement;
  int position;

  int operator()(std::monostate) const { return sqlite3_bind_null(statement, position); }
  int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, position, number); }
  int operator()(const std::string& text) const {
    return sqlite3_bind_text64(statement, position, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(const Blob& blob) const {
    return sqlite3_bind_blob64(statement, position, blob.bytes.data(), blob.bytes.size(), SQLITE_STATIC);
  }
};

std::string bytes_of(sqlite3_stmt* statement, int column, const void* start) {
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  return size == 0 ? std::string() : std::string(static_cast<const char*>(start), size);
}

Value current_value(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      return nullptr;
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_TEXT:
      return bytes_of(statement, column, sqlite3_column_text(statement, column));
    case SQLITE_BLOB:
      return Blob{bytes_of(statement, column, sqlite3_column_blob(statement, column))};
    default:
      throw std::logic_error(fmt::format("column {} is a fraction: CAST it to BIGINT or TEXT", column));
  }
}

}  // namespace

void SqliteConnection::Close::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}
void SqliteConnection::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SqliteConnection::SqliteConnection(const std::string& path, Mode mode, std::atomic<std::uint64_t>& executed)
    : mode_(mode), executed_(executed) {
  sqlite3* opened = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
  connection_.reset(opened);
  if (code != SQLITE_OK) fail(code, "opening the file");
  sqlite3_busy_timeout(opened, busy_milliseconds);
  configure();
}

void SqliteConnection::configure() {
  control("PRAGMA foreign_keys = ON");
  if (mode_ == Mode::writer) {
    control("PRAGMA journal_mode = WAL");
    control("PRAGMA synchronous = FULL");
    control("PRAGMA journal_size_limit = 67108864");
  } else {
    control("PRAGMA query_only = ON");
    control("PRAGMA wal_autocheckpoint = 0");
    sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  }
}

// Remembers that a statement failed, so that the transaction cannot be committed as though it had not.
template <class F>
auto SqliteConnection::noting_failure(F&& f) {
  if (failed_) throw std::logic_error("a statement before this one failed: the transaction is over");
  try {
    return f();
  } catch (...) {
    failed_ = true;
    throw;
  }
}

Rows SqliteConnection::run(std::string_view sql, std::span<const Value> args) {
  return noting_failure([&] {
    ++executed_;
    return run_prepared(prepared(sql), sql, args);
  });
}

void SqliteConnection::exec_many(std::string_view sql, std::span<const std::vector<Value>> rows) {
  if (rows.empty()) return;
  noting_failure([&] {
    ++executed_;
    sqlite3_stmt* statement = prepared(sql);
    for (const auto& row : rows) run_prepared(statement, sql, row);
  });
}

void SqliteConnection::run_script(std::string_view sql) {
  noting_failure([&] {
    while (!sql.empty()) {
      sqlite3_stmt* raw = nullptr;
      const char* rest = nullptr;
      const int code = sqlite3_prepare_v2(native(), sql.data(), static_cast<int>(sql.size()), &raw, &rest);
      const Statement statement(raw);
      if (code != SQLITE_OK) fail(code, sql);
      if (raw) run_prepared(raw, sql, {});
      sql.remove_prefix(static_cast<std::size_t>(rest - sql.data()));
    }
  });
}

// The whole milliseconds of SQLite's own clock; a double of days is good to 40 microseconds.
std::string_view SqliteConnection::clock() const {
  return "CAST((julianday('now') - 2440587.5) * 86400000.0 + 0.5 AS INTEGER)";
}

void SqliteConnection::control(const char* sql) {
  const int code = sqlite3_exec(native(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code, sql);
}

bool SqliteConnection::in_transaction() const {
  return sqlite3_get_autocommit(connection_.get()) == 0;
}

bool SqliteConnection::has_unmet_foreign_keys() const {
  int unmet = 0;
  int highest = 0;
  sqlite3_db_status(connection_.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &unmet, &highest, 0);
  return unmet != 0;
}

sqlite3_stmt* SqliteConnection::prepared(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) return found->second.get();
  if (statements_.size() >= most_statements_kept) statements_.clear();
  sqlite3_stmt* raw = nullptr;
  const char* rest = nullptr;
  const int size = static_cast<int>(sql.size());
  const int code = sqlite3_prepare_v3(native(), sql.data(), size, SQLITE_PREPARE_PERSISTENT, &raw, &rest);
  Statement statement(raw);
  if (code != SQLITE_OK) fail(code, sql);
  if (!raw || !only_space(rest, sql))
    throw std::logic_error(fmt::format("not one single statement: {}", sql));
  return statements_.emplace(sql, std::move(statement)).first->second.get();
}

Rows SqliteConnection::run_prepared(sqlite3_stmt* statement, std::string_view sql,
                                    std::span<const Value> args) {
  check_arguments(sql, static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)), args);
  const ResetWhenDone reset{statement};
  for (std::size_t i = 0; i < args.size(); ++i)
    if (const int code = bind(statement, static_cast<int>(i + 1), args[i]); code != SQLITE_OK)
      fail(code, sql);
  Rows rows;
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) rows.push_back(current_row(statement));
  if (code != SQLITE_DONE) fail(code, sql);
  return rows;
}

void SqliteConnection::fail(int code, std::string_view sql) {
  throw_sqlite_error(code, native(), mode_, sql);
}

ResetWhenDone::~ResetWhenDone() {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
}

int bind(sqlite3_stmt* statement, int position, const Value& value) {
  return std::visit(Binder{statement, position}, value.held());
}

Row current_row(sqlite3_stmt* statement) {
  const int columns = sqlite3_column_count(statement);
  std::vector<Value> values;
  values.reserve(static_cast<std::size_t>(columns));
  for (int column = 0; column < columns; ++column) values.push_back(current_value(statement, column));
  return Row(std::move(values));
}

bool only_space(const char* rest, std::string_view sql) {
  const std::string_view left = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  return left.find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

}  // namespace db
