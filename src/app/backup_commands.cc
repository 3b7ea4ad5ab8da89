#include <fmt/format.h>

#include "app/commands.h"
#include "db/migrations.h"
#include "db/sqlite_backup.h"

namespace app {
namespace {

std::string sqlite_path(const Common& common) {
  constexpr std::string_view scheme = "sqlite:";
  if (!common.database.starts_with(scheme)) {
    throw CommandFailed("backup and restore are for SQLite. For PostgreSQL use pg_dump and pg_restore.");
  }
  return common.database.substr(scheme.size());
}

}  // namespace

void back_up(const Common& common, const std::string& file) {
  db::back_up_sqlite(sqlite_path(common), file);
  if (!common.quiet) fmt::print("The database is copied to {}.\n", file);
}

void restore(const Common& common, const std::string& file) {
  db::restore_sqlite(sqlite_path(common), file, db::all_migrations().back().number);
  db::migrate(*db::Database::open({.url = common.database}), db::all_migrations());
  if (!common.quiet) fmt::print("The database now holds what {} held.\n", file);
}

}  // namespace app
