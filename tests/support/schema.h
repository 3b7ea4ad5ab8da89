// The tables as the database itself tells them, so that a test forgets none, and their rows.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "db/connection.h"

namespace test {

// Rows of (table, what `sqlite` or `postgresql` tells of it).
inline std::vector<std::pair<std::string, std::string>> told(db::Connection& c, std::string_view sqlite,
                                                             std::string_view postgresql) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& row : c.exec(c.dialect() == db::Dialect::sqlite ? sqlite : postgresql)) {
    all.emplace_back(row.text(0), row.text(1));
  }
  return all;
}

inline std::vector<std::pair<std::string, std::string>> columns(db::Connection& c) {
  return told(
      c,
      "SELECT m.name, t.name FROM sqlite_master m JOIN pragma_table_info(m.name) t WHERE m.type = 'table' "
      "AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, t.cid",
      "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns "
      "WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position");
}

inline std::vector<std::pair<std::string, std::string>> references(db::Connection& c) {
  return told(
      c,
      "SELECT m.name, f.\"table\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f "
      "WHERE m.type = 'table'",
      "SELECT CAST(a.relname AS TEXT), CAST(b.relname AS TEXT) FROM pg_constraint k "
      "JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid WHERE k.contype = 'f'");
}

// Every row of a table, one a line, in an order of its own.
inline std::string rows_of(db::Connection& c, const std::string& table) {
  std::string line;
  for (const auto& [of, column] : columns(c)) {
    if (of == table)
      line += (line.empty() ? "" : " || ' ' || ") + ("COALESCE(CAST(" + column + " AS TEXT), '-')");
  }
  std::string all;
  for (const auto& row : c.exec_values("SELECT " + line + " FROM " + table + " ORDER BY 1", {})) {
    all += row.text(0) + "\n";
  }
  return all;
}

}  // namespace test
