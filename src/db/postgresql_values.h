// Arguments into a PostgreSQL statement, columns out of its result.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "db/value.h"

struct pg_result;

namespace db {

// As libpq wants them. Integers go as text, which suits whatever integer type the server takes them for; text
// and bytes go as they are. Points into `args`, which must outlive it.
class PostgresqlArguments {
 public:
  explicit PostgresqlArguments(std::span<const Value> args);
  PostgresqlArguments(const PostgresqlArguments&) = delete;
  PostgresqlArguments& operator=(const PostgresqlArguments&) = delete;

  int count() const { return static_cast<int>(values_.size()); }
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  void add(const char* value, std::size_t length, bool binary);

  std::vector<std::string> digits_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
};

// Of a result in binary format. Booleans come as 0 and 1.
Rows rows_of(const pg_result*);

}  // namespace db
