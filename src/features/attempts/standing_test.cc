#include "features/attempts/standing.h"

#include "features/attempts/attempt_fixture.h"
#include "features/attempts/history.h"
#include "features/attempts/person_record.h"
#include "support/explained.h"

namespace attempts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class StandingTest : public OnAttempts {
 public:
  std::vector<std::vector<AssessmentStanding>> of(const access::Actor& actor,
                                                  std::vector<access::AccountId> accounts) {
    return database().read([&](db::Connection& c) { return standings(c, actor, accounts); });
  }
  std::vector<AssessmentStanding> mine() { return of(invigilator, {invigilator.account}).front(); }
};
INSTANTIATE_TEST_SUITE_P(Databases, StandingTest, test::both_databases(), test::database_name);

TEST_P(StandingTest, goes_from_not_started_over_started_to_passed) {
  ASSERT_EQ(mine().size(), 1U);
  EXPECT_EQ(mine().front().title, "Exam room essentials");
  EXPECT_EQ(mine().front().status, Status::not_started);
  EXPECT_EQ(mine().front().sections.size(), 2U);
  started(2);
  EXPECT_EQ(mine().front().status, Status::started);
  pass(1);
  EXPECT_EQ(mine().front().status, Status::started);
  EXPECT_EQ(mine().front().sections_passed, 1U);
  EXPECT_EQ(mine().front().passed_at, std::nullopt);
  pass(2);
  EXPECT_EQ(mine().front().status, Status::passed);
  EXPECT_EQ(mine().front().sections_passed, 2U);
  EXPECT_TRUE(mine().front().passed_at.has_value());
}

TEST_P(StandingTest, lists_what_the_person_may_take_in_the_order_of_publishing) {
  publish(test::assessment("a-second-one"));
  auto for_leaders = test::assessment("a-third-one");
  for_leaders.audience = {access::Role::senior_leader};
  publish(for_leaders);
  const auto slugs = [&](const access::Actor& actor) {
    std::vector<std::string> all;
    const auto standings = of(cast.here.admin, {actor.account});
    for (const auto& standing : standings.front()) all.push_back(standing.slug);
    return all;
  };
  EXPECT_THAT(slugs(invigilator), ElementsAre("exam-room-essentials", "a-second-one"));
  EXPECT_THAT(slugs(cast.here.leader), ElementsAre("a-third-one"));
  hide(invigilator);
  EXPECT_THAT(slugs(invigilator), ElementsAre("a-second-one"));
}

TEST_P(StandingTest, keeps_showing_what_was_begun_and_is_not_for_them_any_more) {
  started(1);
  hide(invigilator);
  ASSERT_EQ(mine().size(), 1U);
  EXPECT_FALSE(mine().front().takeable);
}

TEST_P(StandingTest, shows_last_years_as_last_years) {
  pass(1);
  pass(2);
  auto next = content;
  next.year = "2027/28";
  next.valid_until = "2028-08-31";
  publish(next);
  ASSERT_EQ(mine().size(), 2U);
  EXPECT_EQ(mine().at(0).year, "2027/28");
  EXPECT_EQ(mine().at(0).status, Status::not_started);
  EXPECT_TRUE(mine().at(0).takeable);
  EXPECT_EQ(mine().at(1).year, "2026/27");
  EXPECT_EQ(mine().at(1).status, Status::passed);
  EXPECT_FALSE(mine().at(1).current_year);
  EXPECT_FALSE(mine().at(1).takeable);
}

TEST_P(StandingTest, counts_a_pass_until_a_new_version_wants_it_again) {
  pass(1);
  pass(2);
  auto next = content;
  next.sections.at(0).title = "About before, revised";
  publish(next);
  EXPECT_EQ(mine().front().status, Status::passed);
  next.sections.at(0).retake = true;
  next.sections.at(0).title = "About before, revised again";
  publish(next);
  EXPECT_EQ(mine().front().status, Status::started);
  EXPECT_EQ(mine().front().sections_passed, 1U);
}

TEST_P(StandingTest, answers_each_account_in_its_place_and_nothing_of_another_centre) {
  pass(1);
  const auto all =
      of(cast.here.officer, {cast.here.leader.account, invigilator.account, cast.there.invigilator.account});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_THAT(all.at(0), IsEmpty());
  EXPECT_EQ(all.at(1).front().sections_passed, 1U);
  EXPECT_THAT(all.at(2), IsEmpty());
  EXPECT_THAT(of(cast.there.officer, {invigilator.account}).front(), IsEmpty());
}

TEST_P(StandingTest, costs_the_same_queries_for_one_and_for_two_hundred) {
  mine();
  const auto queries = [&](std::size_t people) {
    const auto before = database().statements_executed();
    of(cast.here.officer, std::vector<access::AccountId>(people, invigilator.account));
    return database().statements_executed() - before;
  };
  EXPECT_EQ(queries(1), queries(200));
}

TEST_P(StandingTest, costs_the_same_queries_for_the_sections_of_one_assessment_and_of_five) {
  const auto queries = [&] {
    const auto before = database().statements_executed();
    mine();
    return database().statements_executed() - before;
  };
  started(1);
  mine();
  const auto for_one = queries();
  for (const auto* slug : {"second", "third", "fourth", "fifth"}) publish(test::assessment(slug));
  mine();
  EXPECT_EQ(queries(), for_one);
}

TEST_P(StandingTest, tells_the_sections_of_every_current_assessment) {
  pass(1);
  const auto open = started(2);
  publish(test::assessment("second"));
  const auto all = mine();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all.at(0).sections.at(0).status, Status::passed);
  EXPECT_EQ(all.at(0).sections.at(1).open_attempt, std::to_underlying(open));
  EXPECT_EQ(all.at(1).sections.at(0).status, Status::not_started);
}

// SQLite took an index that begins with the centre, and so read all of it for a page of fifty people or for
// one.
TEST_P(StandingTest, read_the_whole_centre_for_a_few_people) {
  if (GetParam() == db::Dialect::postgresql) return;  // it plans by its statistics, SQLite by the shape alone
  const access::AccountId people[] = {cast.here.invigilator.account, cast.here.leader.account};
  const auto& admin = cast.here.admin;
  const access::RecordScope scope{admin.centre, people[0]};
  const auto plan = test::plan_of(database(), [&](db::Connection& c) {
    have_started(c, admin, people);
    standings(c, admin, people);
    attempts_of(c, admin, people[0], "exam-room-essentials", "2026/27");
    overdue_of(c, cast.here.invigilator, c.now());
    attempts_of(c, scope);
    passes_of(c, scope);
  });
  EXPECT_THAT(plan, ::testing::Contains(::testing::HasSubstr("(account_id=?")));
  EXPECT_THAT(plan, ::testing::Each(::testing::Not(::testing::HasSubstr("centre_id=?"))));
}

TEST_P(StandingTest, tells_who_has_started_anything) {
  started(1);
  const std::vector<access::AccountId> accounts{cast.here.officer.account, invigilator.account,
                                                cast.there.officer.account};
  const auto found =
      database().read([&](db::Connection& c) { return have_started(c, cast.here.admin, accounts); });
  EXPECT_EQ(found, (std::vector<bool>{false, true, false}));
  const auto there =
      database().read([&](db::Connection& c) { return have_started(c, cast.there.admin, accounts); });
  EXPECT_EQ(there, (std::vector<bool>{false, false, false}));
}

TEST_P(StandingTest, shows_each_section_with_its_attempts) {
  const auto failed = started(1);
  handed_in(failed, with_wrong(failed, 2));
  pass(1);
  const auto open = started(2);
  const auto standing = of(cast.here.officer, {invigilator.account}).front().front();
  const auto& all = standing.sections;
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].section->title, "About before");
  EXPECT_EQ(all[0].section->position, 1);
  EXPECT_EQ(all[0].section->time_limit, std::nullopt);
  EXPECT_EQ(all[0].section->questions.size(), 3U);
  EXPECT_EQ(all[0].status, Status::passed);
  EXPECT_EQ(all[0].failed_attempts, 1U);
  EXPECT_TRUE(all[0].passed_attempt.has_value());
  EXPECT_EQ(all[1].section->time_limit, std::chrono::minutes(20));
  EXPECT_EQ(all[1].status, Status::started);
  EXPECT_EQ(all[1].open_attempt, std::to_underlying(open));
}

}  // namespace
}  // namespace attempts
