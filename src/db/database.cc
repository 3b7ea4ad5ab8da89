#include "db/database.h"

#include <stdexcept>

#include "db/postgresql_database.h"
#include "db/sqlite_database.h"

namespace db {

namespace {

constexpr std::string_view sqlite_prefix = "sqlite:";

bool is_postgresql(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

}  // namespace

std::unique_ptr<Database> Database::open(const Options& options) {
  if (options.connections == 0) throw std::invalid_argument("A database needs at least one connection.");
  if (is_postgresql(options.url))
    return std::make_unique<PostgresqlDatabase>(options.url, options.connections, options.patience);
  const std::string_view url = options.url;
  if (!url.starts_with(sqlite_prefix) || url == sqlite_prefix || url == "sqlite::memory:")
    throw std::invalid_argument("A database is sqlite:PATH (a file) or postgresql://USER@HOST/NAME.");
  return std::make_unique<SqliteDatabase>(std::string(url.substr(sqlite_prefix.size())), options.connections);
}

}  // namespace db
