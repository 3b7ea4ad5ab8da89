#include "features/visibility/extra_time.h"

#include "features/visibility/visibility_fixture.h"

namespace visibility {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Kind = base::Refusal::Kind;

class ExtraTimeTest : public OnVisibility {
 public:
  PersonTime time_of(const access::Actor& person) {
    return database().read([&](db::Connection& c) { return person_time(c, admin, person.account).value(); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, ExtraTimeTest, test::both_databases(), test::database_name);

TEST_P(ExtraTimeTest, is_none_until_it_is_given) {
  EXPECT_EQ(extra(ivan), 0);
  EXPECT_FALSE(time_of(ivan).given_at);
}

TEST_P(ExtraTimeTest, is_given_by_an_EO_or_a_Centre_Admin_and_says_by_whom) {
  ASSERT_TRUE(extend_as(officer, ivan, 25).value());
  EXPECT_EQ(extra(ivan), 25);
  EXPECT_EQ(time_of(ivan).given_by, officer.name);
  ASSERT_TRUE(extend_as(admin, ivan, 100).value());
  EXPECT_EQ(extra(ivan), 100);
  EXPECT_EQ(time_of(ivan).given_by, admin.name);
}

TEST_P(ExtraTimeTest, is_taken_away_again) {
  ASSERT_TRUE(extend_as(officer, ivan, 50));
  ASSERT_TRUE(extend_as(officer, ivan, 0).value());
  EXPECT_EQ(extra(ivan), 0);
}

TEST_P(ExtraTimeTest, is_recorded_with_what_it_was_before) {
  ASSERT_TRUE(extend_as(officer, ivan, 25));
  ASSERT_TRUE(extend_as(officer, ivan, 50));
  EXPECT_FALSE(extend_as(officer, ivan, 50).value());
  EXPECT_THAT(audited(audit::action::extra_time_changed),
              ElementsAre(HasSubstr(R"("before":"None","after":"25% more")"),
                          HasSubstr(R"("before":"25% more","after":"50% more")")));
}

TEST_P(ExtraTimeTest, is_25_50_or_100_per_cent_and_nothing_else) {
  for (const int percent : {-25, -1, 1, 24, 75, 101, 1000}) {
    EXPECT_EQ(extend_as(officer, ivan, percent).error().fields.at(0).field, "percent") << percent;
  }
  EXPECT_EQ(extra(ivan), 0);
}

TEST_P(ExtraTimeTest, is_refused_to_senior_leaders_and_invigilators) {
  for (const auto& actor : {cast.here.leader, ivan}) {
    EXPECT_EQ(extend_as(actor, ivan, 25).error().kind, Kind::forbidden) << actor.name;
  }
}

TEST_P(ExtraTimeTest, of_another_centres_person_is_not_found) {
  EXPECT_EQ(extend_as(admin, cast.there.invigilator, 25).error().kind, Kind::not_found);
  EXPECT_EQ(extend_as(cast.hub_operator, ivan, 25).error().kind, Kind::not_found);
}

}  // namespace
}  // namespace visibility
