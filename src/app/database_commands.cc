#include <fmt/format.h>

#include <cstdio>

#include "app/commands.h"
#include "db/migrations.h"

namespace app {

std::unique_ptr<db::Database> open_migrated(const Common& common) {
  auto database = db::Database::open({.url = common.database});
  db::migrate(*database, db::all_migrations());
  return database;
}

void migrate(const Common& common) {
  const auto database = db::Database::open({.url = common.database});
  const auto applied = db::migrate(*database, db::all_migrations());
  if (common.quiet) return;
  if (applied == 0) {
    std::puts("The database was up to date.");
  } else {
    fmt::print("The database is up to date: {} applied.\n",
               applied == 1 ? "1 migration" : fmt::format("{} migrations", applied));
  }
}

}  // namespace app
