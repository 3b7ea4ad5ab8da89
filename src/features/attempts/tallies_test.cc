#include "features/attempts/attempt_fixture.h"
#include "features/attempts/standing.h"

namespace attempts {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class TalliesTest : public OnAttempts {
 public:
  std::vector<Tally> of(const access::Actor& actor) {
    return database().read([&](db::Connection& c) {
      return tallies(c, actor, assessments::find_current(c, content.slug).value());
    });
  }
  AssessmentStanding standing() {
    return database().read([&](db::Connection& c) {
      return standings(c, cast.here.officer, std::span(&invigilator.account, 1)).front().front();
    });
  }
  void publish_with_retake() {
    auto next = content;
    next.sections.at(0).retake = true;
    next.sections.at(0).title = "Before, as it is now";
    publish(next);
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, TalliesTest, test::both_databases(), test::database_name);

TEST_P(TalliesTest, have_nobody_who_has_not_started) {
  EXPECT_THAT(of(cast.here.officer), IsEmpty());
}

TEST_P(TalliesTest, say_the_same_as_the_standing_of_each_person) {
  started(1);
  EXPECT_EQ(of(cast.here.officer).front().sections_passed, 0U);
  pass(1);
  EXPECT_EQ(of(cast.here.officer).front().sections_passed, standing().sections_passed);
  pass(2);
  const auto tally = of(cast.here.officer).front();
  EXPECT_EQ(tally.account, invigilator.account);
  EXPECT_EQ(tally.sections_passed, 2U);
  EXPECT_EQ(tally.passed_at, standing().passed_at);
}

TEST_P(TalliesTest, do_not_count_a_pass_that_must_be_taken_again) {
  pass(1);
  pass(2);
  publish_with_retake();
  EXPECT_EQ(of(cast.here.officer).front().sections_passed, 1U);
  EXPECT_EQ(standing().sections_passed, 1U);
}

TEST_P(TalliesTest, keep_whoever_started_a_section_that_is_gone) {
  pass(2);
  auto shorter = content;
  shorter.sections.pop_back();
  publish(shorter);
  ASSERT_THAT(of(cast.here.officer), SizeIs(1));
  EXPECT_EQ(of(cast.here.officer).front().sections_passed, 0U);
  EXPECT_EQ(standing().status, Status::started);
}

TEST_P(TalliesTest, are_for_those_who_manage_the_users_of_the_centre) {
  pass(1);
  EXPECT_THAT(of(cast.here.admin), SizeIs(1));
  for (const auto& actor : {cast.here.leader, cast.here.invigilator, cast.there.officer, cast.hub_operator}) {
    EXPECT_THAT(of(actor), IsEmpty());
  }
}

}  // namespace
}  // namespace attempts
