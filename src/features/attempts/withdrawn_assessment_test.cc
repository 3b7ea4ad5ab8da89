// What becomes of people's attempts when the operator withdraws the assessment, and when it is restored.
#include "features/assessments/assessment_store.h"
#include "features/attempts/attempt_fixture.h"
#include "features/attempts/standing.h"

namespace attempts {
namespace {

using ::testing::IsEmpty;
using namespace std::chrono_literals;

class WithdrawnAssessment : public OnAttempts {
 public:
  void withdraw() {
    database().write(
        [&](db::Connection& c) { assessments::withdraw(c, &cast.hub_operator, content.slug).value(); });
  }
  void restore() {
    database().write(
        [&](db::Connection& c) { assessments::restore(c, &cast.hub_operator, content.slug).value(); });
  }
  std::vector<AssessmentStanding> standing_of(const access::Actor& actor) {
    return database().read(
        [&](db::Connection& c) { return standings(c, actor, {&actor.account, 1}).front(); });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, WithdrawnAssessment, test::both_databases(), test::database_name);

TEST_P(WithdrawnAssessment, cannot_be_started_and_says_since_when) {
  withdraw();
  const auto refused = start_as(invigilator, 1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::Refusal::Kind::conflict);
  EXPECT_THAT(
      refused.error().message,
      ::testing::HasSubstr("withdrawn on " + base::british_date(database().now()) + ": nobody can take it"));
}

TEST_P(WithdrawnAssessment, is_unknown_as_before_to_whom_it_is_not_for_or_hidden_from) {
  hide(invigilator);
  withdraw();
  EXPECT_EQ(start_as(invigilator, 1).error().kind, base::Refusal::Kind::not_found);
  EXPECT_EQ(start_as(cast.here.leader, 1).error().kind, base::Refusal::Kind::not_found);
}

TEST_P(WithdrawnAssessment, keeps_what_is_open_and_takes_no_more_of_it) {
  const auto id = started(1);
  const auto form = right(id);
  ASSERT_EQ(saved(id, {form.front()}).kind, Outcome::Kind::done);
  withdraw();
  EXPECT_EQ(paper(id).reach, Reach::withdrawn);
  EXPECT_EQ(saved(id, form).kind, Outcome::Kind::closed);
  EXPECT_EQ(handed_in(id, form).reach, Reach::withdrawn);
  EXPECT_EQ(paper(id).answers.size(), 1U);
  EXPECT_FALSE(paper(id).handed_in());
}

TEST_P(WithdrawnAssessment, can_be_continued_where_it_was_left_once_restored) {
  const auto id = started(1);
  withdraw();
  restore();
  EXPECT_EQ(started(1), id);
  EXPECT_EQ(handed_in(id, right(id)).kind, Outcome::Kind::done);
}

TEST_P(WithdrawnAssessment, marks_a_timed_section_at_its_deadline_with_what_was_saved) {
  pass(1);
  const auto id = started(2);
  ASSERT_EQ(saved(id, right(id)).kind, Outcome::Kind::done);
  withdraw();
  move_back(id, 21min);
  EXPECT_EQ(hand_in_due(database(), store), 1U);
  EXPECT_TRUE(paper(id).attempt.passed);
  EXPECT_EQ(told(), 1) << "the assessment is passed, so there is a certificate";
}

TEST_P(WithdrawnAssessment, stays_passed_and_can_be_read) {
  pass(1);
  pass(2);
  const auto attempt = AttemptId{count("SELECT MAX(id) FROM attempt")};
  withdraw();
  EXPECT_TRUE(paper(attempt).pass_counts());
  const auto standing = standing_of(invigilator).at(0);
  EXPECT_EQ(standing.status, Status::passed);
  EXPECT_TRUE(standing.withdrawn_at.has_value());
  EXPECT_TRUE(standing.current_year);
  EXPECT_TRUE(standing.seen);
  EXPECT_FALSE(standing.takeable);
}

TEST_P(WithdrawnAssessment, is_not_listed_for_whoever_has_nothing_in_it) {
  withdraw();
  EXPECT_THAT(standing_of(invigilator), IsEmpty());
}

TEST_P(WithdrawnAssessment, leaves_last_years_passes_as_last_years) {
  pass(1);
  pass(2);
  auto next = content;
  next.year = "2027/28";
  next.valid_until = {};
  publish(next);
  withdraw();
  const auto all = standing_of(invigilator);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front().year, "2026/27");
  EXPECT_FALSE(all.front().current_year);
  EXPECT_EQ(all.front().status, Status::passed);
}

}  // namespace
}  // namespace attempts
