#include "db/sqlite_statement.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

namespace db {

namespace {

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
