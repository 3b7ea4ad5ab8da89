#include "db/for_keys.h"

#include <gmock/gmock.h>

#include "support/test_database.h"

namespace db {
namespace {

using ::testing::ElementsAre;

class ForKeys : public test::OnBothDatabases {
 public:
  ForKeys() {
    database().write([](Connection& c) {
      std::vector<std::vector<Value>> rows;
      for (int n = 1; n <= 600; ++n) rows.push_back({std::to_string(10'000 + n), n});
      c.exec_many("INSERT INTO centre (number, name, created_at) VALUES (?, 'A school', ?)", rows);
    });
  }
  std::vector<std::int64_t> found(const std::vector<Value>& keys) {
    std::vector<std::int64_t> all;
    for (const auto& row : database().read([&](Connection& c) {
           return exec_for_keys(c, "SELECT created_at FROM centre WHERE number", keys,
                                " ORDER BY created_at");
         }))
      all.push_back(row.integer(0));
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, ForKeys, test::both_databases(), test::database_name);

TEST_P(ForKeys, brings_the_rows_that_there_are_in_their_order) {
  EXPECT_THAT(found({"10003", "99999", "10001"}), ElementsAre(1, 3));
  EXPECT_THAT(found({}), ElementsAre());
}

TEST_P(ForKeys, takes_more_keys_than_go_into_one_statement) {
  std::vector<Value> keys;
  for (int n = 1; n <= 600; ++n) keys.emplace_back(std::to_string(10'000 + n));
  const auto statements_for = [&](const std::vector<Value>& some) {
    const auto before = database().statements_executed();
    EXPECT_EQ(found(some).size(), some.size());
    return database().statements_executed() - before;
  };
  EXPECT_EQ(statements_for(keys), statements_for({keys[0]}) + 2);
}

}  // namespace
}  // namespace db
