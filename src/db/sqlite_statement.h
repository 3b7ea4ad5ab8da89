// Arguments into a SQLite statement, columns out of it.
#pragma once

#include <string_view>

#include "db/value.h"

struct sqlite3_stmt;

namespace db {

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
