// What a failing statement throws, on both databases.
#include "db/errors.h"

#include <gtest/gtest.h>

#include "support/test_database.h"

namespace db {
namespace {

class ErrorsTest : public test::OnBothDatabases {
 protected:
  ErrorsTest() {
    database().write([](Connection& c) {
      c.run_script(
          "CREATE TABLE parent (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, size INTEGER CHECK (size > "
          "0));"
          "CREATE TABLE child (id BIGINT PRIMARY KEY, parent_id BIGINT NOT NULL REFERENCES parent (id),"
          " later_id BIGINT REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);"
          "INSERT INTO parent VALUES (1, 'one', 1); INSERT INTO child VALUES (1, 1, NULL)");
    });
  }

  template <class E>
  void expect(const char* sql) {
    EXPECT_THROW(database().write([&](Connection& c) { c.exec(sql); }), E) << sql;
    EXPECT_EQ(database().read([](Connection& c) {
      return c.exec("SELECT (SELECT COUNT(*) FROM parent) + (SELECT COUNT(*) FROM child)").front().integer(0);
    }),
              2);
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, ErrorsTest, test::both_databases(), test::database_name);

TEST_P(ErrorsTest, tell_a_value_that_is_there_already) {
  expect<UniqueViolation>("INSERT INTO parent VALUES (2, 'one', 1)");
  expect<UniqueViolation>("INSERT INTO parent VALUES (1, 'two', 1)");
}

TEST_P(ErrorsTest, tell_a_row_that_another_points_to_or_should) {
  expect<ForeignKeyViolation>("INSERT INTO child VALUES (2, 99, NULL)");
  expect<ForeignKeyViolation>("DELETE FROM parent WHERE id = 1");
}

TEST_P(ErrorsTest, tell_a_foreign_key_that_is_checked_at_the_commit) {
  expect<ForeignKeyViolation>("INSERT INTO child VALUES (2, 1, 99)");
}

TEST_P(ErrorsTest, tell_a_value_that_is_not_allowed) {
  expect<CheckViolation>("INSERT INTO parent VALUES (2, 'two', 0)");
  expect<CheckViolation>("INSERT INTO parent VALUES (2, NULL, 1)");
}

TEST_P(ErrorsTest, tell_what_a_trigger_refuses) {
  database().write([](Connection& c) {
    c.run_script(c.dialect() == Dialect::sqlite
                     ? "CREATE TRIGGER keep BEFORE DELETE ON child BEGIN SELECT RAISE(ABORT, 'kept'); END"
                     : "CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION "
                       "'kept'; END $$;"
                       "CREATE TRIGGER keep BEFORE DELETE ON child FOR EACH ROW EXECUTE FUNCTION keep()");
  });
  expect<CheckViolation>("DELETE FROM child");
}

TEST_P(ErrorsTest, tell_no_value_of_a_row) {
  try {
    database().write([](Connection& c) { c.exec("INSERT INTO parent VALUES (?, ?, ?)", 2, "one", 1); });
    FAIL();
  } catch (const UniqueViolation& violation) {
    EXPECT_EQ(std::string(violation.what()).find("one)"), std::string::npos) << violation.what();
  }
}

TEST_P(ErrorsTest, end_the_transaction) {
  EXPECT_THROW(database().write([](Connection& c) {
    EXPECT_THROW(c.exec("INSERT INTO parent VALUES (1, 'two', 1)"), UniqueViolation);
    c.exec("INSERT INTO parent VALUES (2, 'two', 1)");
  }),
               std::logic_error);
  EXPECT_THROW(database().read([](Connection& c) {
    EXPECT_THROW(c.exec("SELECT none"), std::logic_error);
    c.exec("SELECT 1");
  }),
               std::logic_error);
  expect<UniqueViolation>("INSERT INTO parent VALUES (2, 'one', 1)");
}

TEST_P(ErrorsTest, cannot_be_swallowed_and_committed) {
  EXPECT_THROW(database().write([](Connection& c) {
    c.exec("INSERT INTO parent VALUES (2, 'two', 1)");
    EXPECT_THROW(c.exec("INSERT INTO parent VALUES (1, 'three', 1)"), UniqueViolation);
  }),
               std::logic_error);
  expect<UniqueViolation>("INSERT INTO parent VALUES (2, 'one', 1)");
}

TEST_P(ErrorsTest, do_not_arise_where_a_conflict_is_provided_for) {
  const Rows rows = database().write([](Connection& c) {
    return c.exec("INSERT INTO parent VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING id", 2, "one", 1);
  });
  EXPECT_TRUE(rows.empty());
}

}  // namespace
}  // namespace db
