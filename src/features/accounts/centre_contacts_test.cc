#include <gmock/gmock.h>

#include "features/accounts/account_store_fixture.h"
#include "features/accounts/centre_people.h"

namespace accounts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class CentreContacts : public OnAccounts {
 public:
  std::vector<std::string> contacts(const access::Actor& actor,
                                    const std::vector<access::CentreId>& centres) {
    std::vector<std::string> all;
    for (const auto& one :
         database().read([&](db::Connection& c) { return centre_contacts(c, actor, centres); }))
      all.push_back(one.centre.number + " " + one.name + " " + one.email);
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, CentreContacts, test::both_databases(), test::database_name);

TEST_P(CentreContacts, are_the_Centre_Admins_of_these_centres_by_number_and_nobody_else) {
  const auto here = admin.centre;
  const auto there = cast.there.admin.centre;
  EXPECT_THAT(contacts(cast.hub_operator, {there, here}),
              ElementsAre("10001 " + admin.name + " admin@here.example",
                          "20002 " + cast.there.admin.name + " admin@there.example"));
  EXPECT_THAT(contacts(cast.hub_operator, {there, access::CentreId{999}}),
              ElementsAre("20002 " + cast.there.admin.name + " admin@there.example"));
}

TEST_P(CentreContacts, are_nobody_for_anybody_but_a_Hub_operator) {
  for (const auto& actor : {admin, officer, cast.there.admin})
    EXPECT_THAT(contacts(actor, {admin.centre, cast.there.admin.centre}), IsEmpty()) << actor.name;
}

}  // namespace
}  // namespace accounts
