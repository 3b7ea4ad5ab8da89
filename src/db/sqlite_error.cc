#include "db/sqlite_error.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

#include "db/errors.h"

namespace db {

namespace {

[[noreturn]] void throw_constraint(int code, const std::string& message) {
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      throw UniqueViolation(message);
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      throw ForeignKeyViolation(message);
    default:
      throw CheckViolation(message);
  }
}

}  // namespace

void throw_sqlite_error(int code, sqlite3* connection, SqliteMode mode, std::string_view what) {
  const char* said = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  const std::string message = fmt::format("{} (SQLite {}): {}", said, code, what);
  switch (code & 0xFF) {
    case SQLITE_CONSTRAINT:
      throw_constraint(code, message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Contended(message);
    case SQLITE_TOOBIG:
      throw Error(message);
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOMEM:
    case SQLITE_NOLFS:
    case SQLITE_PROTOCOL:
    case SQLITE_INTERRUPT:
      throw Unreachable(message);
    case SQLITE_READONLY:
      if (mode == SqliteMode::writer) throw Unreachable(message);
      throw std::logic_error(message);
    default:
      throw std::logic_error(message);
  }
}

}  // namespace db
