// What both databases check before a statement is run, so that a mistake shows on either and costs no
// transaction.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "db/value.h"

namespace db {

// Throws std::logic_error where `args` are not as many as the statement's placeholders, Error where a text
// argument is not valid UTF-8 or holds NUL, which PostgreSQL cannot keep.
void check_arguments(std::string_view sql, std::size_t placeholders, std::span<const Value> args);

// The project's `?` placeholders as PostgreSQL wants them.
struct NumberedSql {
  std::string sql;  // $1, $2 ... for each `?` outside strings, quoted names, dollar quotes and comments
  std::size_t count;
};

NumberedSql number_placeholders(std::string_view sql);

}  // namespace db
