// Brings a database's tables up to what this binary needs. Migrations are numbered .sql files (migrations/ at
// the top of the project), compiled in, append-only; each runs in one transaction, all of them under a lock,
// so that two instances may start at once.
//
// In a file: IDENTITY_KEY stands for the dialect's self-numbering 64-bit primary key (never handing out a
// number twice) and BYTES for its bytes type; lines between `-- only: sqlite` or `-- only: postgresql` and
// `-- end` are for that one.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "db/connection.h"
#include "db/database.h"

namespace db {

struct Migration {
  int number;             // 1, 2, 3 ... without gaps
  std::string_view name;  // of the file, without its number and ending
  std::string_view sql;
};

// Every migration of this binary, in order.
std::span<const Migration> all_migrations();

// Returns how many were applied. Throws NewerDatabase where the database has migrations that this binary does
// not know.
std::size_t migrate(Database&, std::span<const Migration>);

class NewerDatabase : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A migration file in the words of one database (the notation is in db/migrations.h).
// Throws std::logic_error where an `-- only:` names no database or is not ended.
std::string script_for(Dialect, std::string_view sql);

}  // namespace db
