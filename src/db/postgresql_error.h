// PostgreSQL's SQLSTATEs as the exceptions of db/errors.h.
#pragma once

#include <string_view>

namespace db {

// `what`: the statement, or what was being done. Names no value of a row.
[[noreturn]] void throw_postgresql_error(std::string_view sqlstate, std::string_view message,
                                         std::string_view what);

// After these the connection is of no more use, though it may still look open: it leads to a standby, or its
// prepared statements no longer fit.
bool ends_the_connection(std::string_view sqlstate);

}  // namespace db
