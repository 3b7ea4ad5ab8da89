// Copies of an SQLite database, while other processes serve it. PostgreSQL has pg_dump for this.
#pragma once

#include <string>

namespace db {

// A consistent copy of the database at `path`, written beside `file` and put in its place only when it is
// whole and on the disk. Throws Unreachable with a sentence.
void back_up_sqlite(const std::string& path, const std::string& file);

// Puts such a copy in the place of the database's content, in one transaction: whoever serves it goes on with
// the restored content. Throws std::invalid_argument for a file that is not a whole copy of a Hub's database,
// or has migrations beyond `newest_known`; Unreachable where it cannot be written.
void restore_sqlite(const std::string& path, const std::string& file, int newest_known);

}  // namespace db
