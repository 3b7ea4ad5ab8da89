#include "support/test_database.h"

#include <filesystem>

#include "db/migrations.h"
#include "support/postgresql_server.h"
#include "support/scratch_folder.h"

namespace test {

namespace {

std::unique_ptr<db::Database> opened(const std::string& url) {
  auto database = db::Database::open({.url = url, .connections = 8});
  db::migrate(*database, db::all_migrations());
  return database;
}

}  // namespace

TestDatabase::TestDatabase(db::Dialect dialect) {
  if (dialect == db::Dialect::sqlite) {
    to_remove_ = make_scratch_folder();
    url_ = "sqlite:" + to_remove_ + "/hub.db";
  } else {
    to_remove_ = make_postgresql_database();
    url_ = postgresql_url(to_remove_);
  }
  database_ = opened(url_);
}

TestDatabase::~TestDatabase() {
  const db::Dialect dialect = database_->dialect();
  database_.reset();
  if (dialect == db::Dialect::sqlite)
    remove_scratch_folder(to_remove_);
  else
    remove_postgresql_database(to_remove_);
}

void OnBothDatabases::refuse_changes_of(std::string_view table) {
  database().write([&](db::Connection& c) {
    if (c.dialect() == db::Dialect::sqlite) {
      for (const std::string_view change : {"UPDATE", "DELETE"}) {
        c.exec_values(
            fmt::format(
                "CREATE TRIGGER full_disk_{0} BEFORE {0} ON {1} BEGIN SELECT RAISE(ABORT, 'full'); END",
                change, table),
            {});
      }
      return;
    }
    c.exec(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN RAISE EXCEPTION ''full''; END'");
    c.exec_values(fmt::format("CREATE TRIGGER full_disk BEFORE UPDATE OR DELETE ON {} FOR EACH ROW EXECUTE "
                              "FUNCTION full_disk()",
                              table),
                  {});
  });
}

std::string database_name(const ::testing::TestParamInfo<db::Dialect>& info) {
  return info.param == db::Dialect::sqlite ? "sqlite" : "postgresql";
}

}  // namespace test
