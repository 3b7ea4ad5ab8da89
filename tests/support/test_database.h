// A fresh, migrated database for one test, of either kind:
//
//   class AccountStoreTest : public test::OnBothDatabases {};
//   INSTANTIATE_TEST_SUITE_P(Databases, AccountStoreTest, test::both_databases(), test::database_name);
//   TEST_P(AccountStoreTest, does_not_find_an_account_of_another_centre) { ... database() ... }
//
// PostgreSQL is the server whose URL is in EXAMS_HUB_TEST_POSTGRESQL (tests/with_postgresql starts one and
// sets it); without it those tests fail and say so, they are never skipped.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "db/database.h"

namespace test {

// Removes its database when it goes.
class TestDatabase {
 public:
  explicit TestDatabase(db::Dialect);
  ~TestDatabase();
  db::Database& operator*() { return *database_; }
  const std::string& url() const { return url_; }

 private:
  std::string url_;
  std::string to_remove_;
  std::unique_ptr<db::Database> database_;
};

class OnBothDatabases : public ::testing::TestWithParam<db::Dialect> {
 public:
  db::Database& database() { return *test_database_; }
  const std::string& url() const { return test_database_.url(); }

  // From now on this table takes no UPDATE and no DELETE: what is left of writing where a disk is full.
  void refuse_changes_of(std::string_view table);

 private:
  TestDatabase test_database_{GetParam()};
};

inline auto both_databases() {
  return ::testing::Values(db::Dialect::sqlite, db::Dialect::postgresql);
}
std::string database_name(const ::testing::TestParamInfo<db::Dialect>&);  // sqlite, postgresql

}  // namespace test
