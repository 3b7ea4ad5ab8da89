#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "features/centres/centre_store.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace centres {
namespace {

class CentreNumbers : public test::OnBothDatabases {
 public:
  std::vector<std::string> owners(const access::Actor& actor, const std::vector<std::string>& numbers) {
    std::vector<std::string> all;
    for (const auto& owner :
         database().read([&](db::Connection& c) { return number_owners(c, actor, numbers); }))
      all.push_back(owner ? owner->name + (owner->closed ? ", closed" : "") : "");
    return all;
  }
  test::Cast cast = test::make_cast(database());
};
INSTANTIATE_TEST_SUITE_P(Databases, CentreNumbers, test::both_databases(), test::database_name);

TEST_P(CentreNumbers, are_told_in_order_with_who_has_them_and_whether_that_is_closed) {
  database().write(
      [](db::Connection& c) { c.exec("UPDATE centre SET closed_at = 1 WHERE number = '20002'"); });
  EXPECT_THAT(owners(cast.hub_operator, {"20002", "30003", "10001", "20002", ""}),
              ::testing::ElementsAre("Other Valley College, closed", "", "Demo Hill School",
                                     "Other Valley College, closed", ""));
  EXPECT_THAT(owners(cast.hub_operator, {}), ::testing::IsEmpty());
}

TEST_P(CentreNumbers, are_told_to_nobody_but_a_Hub_operator) {
  for (const auto& actor : {cast.here.admin, cast.here.officer, cast.there.admin})
    EXPECT_THAT(owners(actor, {"10001", "20002"}), ::testing::ElementsAre("", "")) << actor.name;
}

}  // namespace
}  // namespace centres
