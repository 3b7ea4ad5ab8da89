#include "db/query.h"

#include <gmock/gmock.h>

#include "support/test_database.h"

namespace db {
namespace {

using ::testing::ElementsAre;

class KeysInAQuery : public test::OnBothDatabases {
 public:
  KeysInAQuery() {
    database().write([](Connection& c) {
      std::vector<std::vector<Value>> rows;
      for (int n = 1; n <= 600; ++n) rows.push_back({std::to_string(10'000 + n), n});
      c.exec_many("INSERT INTO centre (number, name, created_at) VALUES (?, 'A school', ?)", rows);
    });
  }
  std::vector<std::int64_t> found(const std::vector<Value>& keys) {
    std::vector<std::int64_t> all;
    for (const auto& row : database().read([&](Connection& c) {
           return c.exec(
               "SELECT created_at FROM centre WHERE number IN (?) AND created_at < ? ORDER BY created_at",
               db::keys(keys), 1'000);
         })) {
      all.push_back(row.integer(0));
    }
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, KeysInAQuery, test::both_databases(), test::database_name);

TEST_P(KeysInAQuery, bring_the_rows_that_there_are_in_their_order) {
  EXPECT_THAT(found({"10003", "99999", "10001"}), ElementsAre(1, 3));
  EXPECT_THAT(found({}), ElementsAre());
}

TEST_P(KeysInAQuery, can_be_more_than_go_into_one_statement) {
  std::vector<Value> keys;
  for (int n = 1; n <= 600; ++n) keys.emplace_back(std::to_string(10'000 + n));
  const auto statements_for = [&](const std::vector<Value>& some) {
    const auto before = database().statements_executed();
    EXPECT_EQ(found(some).size(), some.size());
    return database().statements_executed() - before;
  };
  EXPECT_EQ(statements_for(keys), statements_for({keys[0]}) + 2);
}

TEST(Query, is_put_together_with_its_arguments_in_their_order) {
  Query query("SELECT 1 WHERE 2 = ?", 2);
  query.also(" AND id IN (?) AND 3 = ?", keys(std::vector{10, 11}), 3).also(" LIMIT 5");
  EXPECT_EQ(query.sql(), "SELECT 1 WHERE 2 = ? AND id IN (?, ?, ?, ?, ?, ?, ?, ?) AND 3 = ? LIMIT 5");
  std::vector<std::int64_t> args;
  for (const auto& arg : query.args()) args.push_back(std::get<std::int64_t>(arg.held()));
  EXPECT_THAT(args, ElementsAre(2, 10, 11, 11, 11, 11, 11, 11, 11, 3));
}

TEST(Query, refuses_more_arguments_than_places_and_no_keys_at_all) {
  EXPECT_THROW(Query("SELECT 1 WHERE 2 = ?", 2, 3), std::logic_error);
  EXPECT_THROW(Query("SELECT 1 WHERE id IN (?)", keys(std::vector<int>{})), std::logic_error);
}

TEST(Query, searches_for_each_word_with_the_letters_folded) {
  Query query("SELECT 1 WHERE 1 = 1");
  query.search("name", "  O'Néil,  ANN ");
  EXPECT_EQ(query.sql(), "SELECT 1 WHERE 1 = 1 AND name LIKE ? ESCAPE '\\' AND name LIKE ? ESCAPE '\\'");
  EXPECT_EQ(std::get<std::string>(query.args().at(0).held()), "%oneil%");
  EXPECT_EQ(std::get<std::string>(query.args().at(1).held()), "%ann%");
  EXPECT_TRUE(Query("").search("name", " ").args().empty());
}

}  // namespace
}  // namespace db
