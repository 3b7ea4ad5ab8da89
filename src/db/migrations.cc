#include "db/migrations.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

#include "base/embedded.h"
#include "db/migration_script.h"

namespace db {

namespace {

// 0001_what_it_brings.sql
Migration from_file(const embedded::File& file) {
  const auto underscore = file.name.find('_');
  Migration migration{0, file.name.substr(underscore + 1), file.text};
  std::from_chars(file.name.data(), file.name.data() + underscore, migration.number);
  migration.name.remove_suffix(std::string_view(".sql").size());
  return migration;
}

void check_numbers(std::span<const Migration> migrations) {
  for (std::size_t i = 0; i < migrations.size(); ++i)
    if (migrations[i].number != static_cast<int>(i + 1))
      throw std::logic_error(fmt::format("migration {} stands where {} is due", migrations[i].number, i + 1));
}

bool has_the_table(Connection& c) {
  const char* sql = c.dialect() == Dialect::sqlite
                        ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_migration'"
                        : "SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('schema_migration')";
  return c.exec(sql).front().boolean(0);
}

// How many of `migrations` the database has.
std::size_t applied(Connection& c, std::span<const Migration> migrations) {
  const Rows rows = c.exec("SELECT number, name FROM schema_migration ORDER BY number");
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (i >= migrations.size() || rows[i].integer(0) != migrations[i].number ||
        rows[i].text(1) != migrations[i].name)
      throw NewerDatabase(fmt::format(
          "This database was set up by another version of Exams Hub: it has step {} ({}), which this "
          "program does not know. Start the newer program, or restore a backup made by this one.",
          rows[i].integer(0), rows[i].text(1)));
  return rows.size();
}

bool up_to_date(Database& database, std::span<const Migration> migrations) {
  return database.read(
      [&](Connection& c) { return has_the_table(c) && applied(c, migrations) == migrations.size(); });
}

void make_the_table(Database& database) {
  try {
    database.write([](Connection& c) {
      c.run_script(
          "CREATE TABLE IF NOT EXISTS schema_migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, "
          "applied_at BIGINT NOT NULL)");
    });
  } catch (const std::exception&) {
    // PostgreSQL refuses it, in more than one way, where another instance makes it at the same moment.
    if (!database.read(has_the_table)) throw;
  }
}

// On PostgreSQL locking a table comes before the snapshot is taken, where asking for an advisory lock would
// come after it and could not see what the other instance did meanwhile. A SQLite write is alone anyway.
void wait_for_turn(Connection& c) {
  if (c.dialect() == Dialect::postgresql)
    c.run_script("LOCK TABLE schema_migration IN ACCESS EXCLUSIVE MODE");
}

bool apply_next(Connection& c, std::span<const Migration> migrations) {
  wait_for_turn(c);
  const std::size_t done = applied(c, migrations);
  if (done == migrations.size()) return false;
  const Migration& next = migrations[done];
  c.run_script(script_for(c.dialect(), next.sql));
  c.exec("INSERT INTO schema_migration (number, name, applied_at) VALUES (?, ?, ?)", next.number, next.name,
         c.now());
  return true;
}

}  // namespace

std::span<const Migration> all_migrations() {
  static const auto all = [] {
    std::vector<Migration> migrations;
    for (const auto& file : embedded::migrations()) migrations.push_back(from_file(file));
    return migrations;
  }();
  return all;
}

std::size_t migrate(Database& database, std::span<const Migration> migrations) {
  check_numbers(migrations);
  if (up_to_date(database, migrations)) return 0;
  make_the_table(database);
  std::size_t count = 0;
  while (database.write([&](Connection& c) { return apply_next(c, migrations); })) ++count;
  return count;
}

}  // namespace db
