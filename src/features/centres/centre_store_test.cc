#include "features/centres/centre_store.h"

#include <gtest/gtest.h>

#include "support/cast.h"
#include "support/test_database.h"

namespace centres {
namespace {

class CentreStoreTest : public test::OnBothDatabases {};
INSTANTIATE_TEST_SUITE_P(Databases, CentreStoreTest, test::both_databases(), test::database_name);

TEST_P(CentreStoreTest, adds_a_centre_and_hands_back_its_id) {
  const auto first = database().write([](db::Connection& c) { return add(c, "10001", "Demo Hill School"); });
  const auto second = database().write([](db::Connection& c) { return add(c, "10002", "Ysgol Siân"); });
  ASSERT_TRUE(first && second);
  EXPECT_NE(*first, *second);
}

TEST_P(CentreStoreTest, refuses_a_number_that_is_taken) {
  ASSERT_TRUE(database().write([](db::Connection& c) { return add(c, "10001", "Demo Hill School"); }));
  const auto again = database().write([](db::Connection& c) { return add(c, "10001", "Another School"); });
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, base::Refusal::Kind::bad_input);
  EXPECT_EQ(again.error().fields.front().field, "number");
}

TEST_P(CentreStoreTest, tells_an_actor_their_own_centre) {
  const auto cast = test::make_cast(database());
  const auto here = database().read([&](db::Connection& c) { return of(c, cast.here.invigilator); });
  EXPECT_EQ(here.id, cast.here.invigilator.centre);
  EXPECT_EQ(here.number, "10001");
  EXPECT_EQ(here.name, "Demo Hill School");
  const auto there = database().read([&](db::Connection& c) { return of(c, cast.there.officer); });
  EXPECT_EQ(there.number, "20002");
}

TEST_P(CentreStoreTest, has_no_centre_for_a_Hub_operator) {
  const auto cast = test::make_cast(database());
  EXPECT_THROW(database().read([&](db::Connection& c) { return of(c, cast.hub_operator); }),
               std::logic_error);
}

}  // namespace
}  // namespace centres
