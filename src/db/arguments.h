// What both databases check before a statement is run, so that a mistake shows on either and costs no
// transaction.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "db/value.h"

namespace db {

// Throws std::logic_error where `args` are not as many as the statement's placeholders, Error where a text
// argument is not valid UTF-8 or holds NUL, which PostgreSQL cannot keep.
void check_arguments(std::string_view sql, std::size_t placeholders, std::span<const Value> args);

bool storable_text(std::string_view);

}  // namespace db
