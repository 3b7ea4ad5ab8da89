// A migration file in the words of one database (the notation is in db/migrations.h).
#pragma once

#include <string>
#include <string_view>

#include "db/connection.h"

namespace db {

// Throws std::logic_error where an `-- only:` names no database or is not ended.
std::string script_for(Dialect, std::string_view sql);

}  // namespace db
