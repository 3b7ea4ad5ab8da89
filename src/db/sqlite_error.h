// SQLite's result codes as the exceptions of db/errors.h.
#pragma once

#include <string_view>

struct sqlite3;

namespace db {

enum class SqliteMode { reader, writer };

// `code` is an extended result code; `what` the statement, or what was being done. Names no value of a row.
[[noreturn]] void throw_sqlite_error(int code, sqlite3*, SqliteMode, std::string_view what);

}  // namespace db
