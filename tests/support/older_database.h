// A database as an older binary left it, before its next migrations: for the tests of what these do to what
// is there.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "db/migrations.h"
#include "support/postgresql_server.h"
#include "support/scratch_folder.h"
#include "support/test_database.h"

namespace test {

class OnOlderDatabases : public ::testing::TestWithParam<db::Dialect> {
 public:
  explicit OnOlderDatabases(std::size_t migrations_before) {
    db::migrate(*database_, db::all_migrations().first(migrations_before));
  }
  ~OnOlderDatabases() override {
    database_.reset();
    if (GetParam() == db::Dialect::postgresql) remove_postgresql_database(name_);
  }

  db::Database& database() { return *database_; }
  void migrate_on() { db::migrate(*database_, db::all_migrations()); }

 private:
  std::string url() {
    if (GetParam() == db::Dialect::sqlite) return "sqlite:" + folder_.path() + "/hub.db";
    name_ = make_empty_postgresql_database();
    return postgresql_url(name_);
  }

  ScratchFolder folder_;
  std::string name_;
  std::unique_ptr<db::Database> database_ = db::Database::open({.url = url()});
};

}  // namespace test
