#include "db/migrations.h"

#include <gtest/gtest.h>

#include <thread>

#include "support/postgresql_server.h"
#include "support/scratch_folder.h"
#include "support/test_database.h"

namespace db {
namespace {

// A database without a single table.
class MigrationsTest : public ::testing::TestWithParam<Dialect> {
 protected:
  ~MigrationsTest() override {
    database_.reset();
    if (!name_.empty()) test::remove_postgresql_database(name_);
  }

  Database& database() { return *database_; }
  std::unique_ptr<Database> another() { return Database::open({.url = url_}); }

  bool has_table(const char* name) {
    try {
      return database().read(
          [&](Connection& c) { return !c.exec(std::string("SELECT COUNT(*) FROM ") + name).empty(); });
    } catch (const std::logic_error&) {
      return false;
    }
  }
  std::vector<std::string> recorded() {
    std::vector<std::string> names;
    for (const Row& row : database().read(
             [](Connection& c) { return c.exec("SELECT name FROM schema_migration ORDER BY number"); }))
      names.push_back(row.text(0));
    return names;
  }

  std::string name_ = GetParam() == Dialect::postgresql ? test::make_empty_postgresql_database() : "";
  test::ScratchFolder folder_;
  std::string url_ = name_.empty() ? "sqlite:" + folder_.path() + "/hub.db" : test::postgresql_url(name_);
  std::unique_ptr<Database> database_ = another();
};
INSTANTIATE_TEST_SUITE_P(Databases, MigrationsTest, test::both_databases(), test::database_name);

constexpr Migration first{
    1, "first", "CREATE TABLE one (id IDENTITY_KEY, d BYTES);\nINSERT INTO one (d) VALUES (NULL);\n"};
constexpr Migration second{
    2, "second",
    "CREATE TABLE two (id IDENTITY_KEY);\n"
    "-- only: sqlite\n"
    "CREATE TRIGGER fill AFTER INSERT ON two BEGIN INSERT INTO one (d) VALUES (NULL); SELECT 1; END;\n"
    "-- end\n"
    "-- only: postgresql\n"
    "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS $$\n"
    "BEGIN\n  INSERT INTO one (d) VALUES (NULL);\n  RETURN NEW;\nEND $$;\n"
    "CREATE TRIGGER fill AFTER INSERT ON two FOR EACH ROW EXECUTE FUNCTION fill();\n"
    "-- end\n"
    "INSERT INTO two DEFAULT VALUES;\n"};
constexpr Migration broken{2, "broken",
                           "CREATE TABLE half (id IDENTITY_KEY);\nINSERT INTO nowhere VALUES (1);\n"};

TEST_P(MigrationsTest, are_applied_in_order_to_a_fresh_database) {
  const Migration both[] = {first, second};
  EXPECT_EQ(migrate(database(), both), 2u);
  EXPECT_EQ(recorded(), (std::vector<std::string>{"first", "second"}));
  EXPECT_EQ(
      database().read([](Connection& c) { return c.exec("SELECT COUNT(*) FROM one").front().integer(0); }),
      2);
}

TEST_P(MigrationsTest, are_not_applied_again) {
  const Migration both[] = {first, second};
  migrate(database(), both);
  EXPECT_EQ(migrate(database(), both), 0u);
  EXPECT_EQ(migrate(*another(), both), 0u);
}

TEST_P(MigrationsTest, are_added_to_those_already_there) {
  const Migration both[] = {first, second};
  EXPECT_EQ(migrate(database(), std::span(both).first(1)), 1u);
  EXPECT_EQ(migrate(database(), both), 1u);
}

TEST_P(MigrationsTest, leave_nothing_of_one_that_fails) {
  const Migration both[] = {first, broken};
  EXPECT_THROW(migrate(database(), both), std::logic_error);
  EXPECT_EQ(recorded(), std::vector<std::string>{"first"});
  EXPECT_FALSE(has_table("half"));
  const Migration mended[] = {first, second};
  EXPECT_EQ(migrate(database(), mended), 1u);
}

TEST_P(MigrationsTest, refuse_a_database_that_is_newer) {
  const Migration both[] = {first, second};
  migrate(database(), both);
  try {
    migrate(database(), std::span(both).first(1));
    FAIL();
  } catch (const NewerDatabase& newer) {
    EXPECT_NE(std::string(newer.what()).find("step 2 (second)"), std::string::npos) << newer.what();
  }
}

TEST_P(MigrationsTest, refuse_a_database_that_went_another_way) {
  const Migration one[] = {first};
  migrate(database(), one);
  const Migration renamed[] = {{1, "other", first.sql}};
  EXPECT_THROW(migrate(database(), renamed), NewerDatabase);
}

TEST_P(MigrationsTest, must_be_numbered_without_gaps) {
  const Migration gap[] = {first, {3, "third", ""}};
  EXPECT_THROW(migrate(database(), gap), std::logic_error);
  EXPECT_FALSE(has_table("one"));
}

TEST_P(MigrationsTest, are_applied_once_by_four_instances_that_start_together) {
  const Migration both[] = {first, second};
  std::atomic<std::size_t> applied = 0;
  std::vector<std::jthread> instances;
  for (int i = 0; i < 4; ++i) instances.emplace_back([&] { applied += migrate(*another(), both); });
  instances.clear();
  EXPECT_EQ(applied, 2u);
  EXPECT_EQ(recorded().size(), 2u);
}

}  // namespace
}  // namespace db
