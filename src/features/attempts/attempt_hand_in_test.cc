#include <atomic>
#include <thread>

#include "features/attempts/attempt_fixture.h"

namespace attempts {
namespace {

using enum Outcome::Kind;
using namespace std::chrono_literals;

class HandInTest : public OnAttempts {};
INSTANTIATE_TEST_SUITE_P(Databases, HandInTest, test::both_databases(), test::database_name);

TEST_P(HandInTest, marks_what_is_in_the_form_on_top_of_what_was_saved) {
  const auto id = started(1);
  const auto all = right(id);
  saved(id, {all.front()});
  EXPECT_EQ(handed_in(id, {all.begin() + 1, all.end()}).kind, done);
  const auto attempt = paper(id).attempt;
  EXPECT_EQ(attempt.mark, 3U);
  EXPECT_TRUE(attempt.passed);
  EXPECT_FALSE(attempt.timed_out);
}

TEST_P(HandInTest, keeps_the_failures_and_the_pass_of_the_section) {
  for (int i = 0; i < 2; ++i) {
    const auto id = started(1);
    EXPECT_EQ(result("before").integer(1), std::to_underlying(id)) << "the open attempt";
    handed_in(id, with_wrong(id, 3));
  }
  EXPECT_EQ(result("before").integer(0), 2);
  EXPECT_TRUE(result("before").is_null(1));
  EXPECT_TRUE(result("before").is_null(2));
  const auto id = started(1);
  handed_in(id, right(id));
  EXPECT_EQ(result("before").integer(0), 2);
  EXPECT_EQ(result("before").integer(2), std::to_underlying(id));
  EXPECT_EQ(result("before").integer(3), 1);
}

TEST_P(HandInTest, a_second_one_gets_the_same_result) {
  const auto id = started(1);
  const auto wrong = with_wrong(id, 1);
  const auto first = handed_in(id, wrong);
  const auto retry = handed_in(id, wrong);
  EXPECT_EQ(retry.kind, already);
  EXPECT_EQ(retry.at, first.at);
  EXPECT_FALSE(retry.changed) << "the lost reply's retry sends nothing new";
  EXPECT_TRUE(handed_in(id, right(id)).changed) << "another tab does, and it does not count";
  EXPECT_EQ(paper(id).attempt.mark, 2U);
  EXPECT_EQ(result("before").integer(0), 1);
}

TEST_P(HandInTest, of_fifty_at_once_counts_one) {
  const auto id = started(1);
  const auto wrong = with_wrong(id, 1);
  const auto correct = right(id);
  std::atomic<int> counted = 0;
  {
    std::vector<std::jthread> tabs;
    for (int i = 0; i < 50; ++i) {
      tabs.emplace_back(
          [&, i] { counted += handed_in(id, i % 2 == 0 ? wrong : correct).kind == done ? 1 : 0; });
    }
  }
  EXPECT_EQ(counted, 1);
  const auto attempt = paper(id).attempt;
  EXPECT_EQ(attempt.mark, mark(paper(id).section, paper(id).answers).mark)
      << "the mark is that of the answers kept";
  EXPECT_EQ(result("before").integer(0), attempt.passed ? 0 : 1);
}

TEST_P(HandInTest, the_last_section_passed_is_told_once_in_any_order) {
  pass(2);
  EXPECT_EQ(told(), 0);
  const auto id = started(1);
  handed_in(id, with_wrong(id, 1));
  EXPECT_EQ(told(), 0);
  pass(1);
  EXPECT_EQ(told(), 1);
}

TEST_P(HandInTest, is_not_there_at_all_when_the_listener_fails) {
  class Failing : public PassListener {
    void passed(db::Connection&, const AssessmentPassed&) override {
      throw std::runtime_error("no certificate");
    }
  } failing;
  AttemptStore fails(failing);
  pass(1);
  const auto id = started(2);
  const auto form = right(id);
  EXPECT_THROW(database().write([&](db::Connection& c) { return fails.hand_in(c, invigilator, id, form); }),
               std::runtime_error);
  EXPECT_FALSE(paper(id).handed_in());
  EXPECT_EQ(handed_in(id, form).kind, done);
  EXPECT_EQ(told(), 1);
}

TEST_P(HandInTest, a_pass_that_was_told_is_not_told_again_for_a_later_version) {
  pass(1);
  pass(2);
  auto next = content;
  next.sections.at(0).questions.at(0).text = "Asked differently?";
  next.sections.at(0).retake = true;
  publish(next);
  pass(1);
  EXPECT_EQ(told(), 1);
}

TEST_P(HandInTest, a_new_version_may_complete_what_was_passed_before) {
  pass(1);
  auto next = content;
  next.sections.pop_back();
  Upkeep upkeep(database(), store);
  upkeep.run();
  EXPECT_EQ(told(), 0);
  publish(next);
  upkeep.run();
  EXPECT_EQ(told(), 1);
  upkeep.run();
  EXPECT_EQ(told(), 1);
}

TEST_P(HandInTest, what_a_new_version_completes_waits_for_the_next_start_where_the_hub_is_stopping) {
  pass(1);
  auto next = content;
  next.sections.pop_back();
  publish(next);
  std::stop_source stopping;
  stopping.request_stop();
  Upkeep upkeep(database(), store);
  upkeep.run(stopping.get_token());
  EXPECT_EQ(told(), 0);
  upkeep.run();
  EXPECT_EQ(told(), 1);
}

TEST_P(HandInTest, after_the_deadline_marks_what_was_saved_before_it) {
  const auto id = started(2);
  const auto correct = right(id);
  saved(id, {correct.front()});
  move_back(id, 20min);
  const auto outcome = handed_in(id, correct);
  EXPECT_EQ(outcome.kind, too_late);
  EXPECT_TRUE(outcome.changed);
  EXPECT_EQ(paper(id).attempt.mark, 1U);
  EXPECT_EQ(handed_in(id, correct).kind, already);
}

TEST_P(HandInTest, happens_by_itself_at_the_deadline) {
  const auto id = started(2);
  saved(id, right(id));
  EXPECT_EQ(hand_in_due(database(), store), 0U);
  move_back(id, 20min);
  EXPECT_TRUE(paper(id).overdue());
  EXPECT_EQ(hand_in_due(database(), store), 1U);
  const auto attempt = paper(id).attempt;
  EXPECT_TRUE(attempt.passed) << "all that was saved in time counts";
  EXPECT_TRUE(attempt.timed_out);
  EXPECT_EQ(attempt.handed_in_at, attempt.deadline_at);
  EXPECT_EQ(hand_in_due(database(), store), 0U);
}

TEST_P(HandInTest, at_the_deadline_may_be_what_passes_the_assessment) {
  pass(1);
  const auto id = started(2);
  saved(id, right(id));
  move_back(id, 1h);
  hand_in_due(database(), store);
  EXPECT_EQ(told(), 1);
}

TEST_P(HandInTest, at_the_deadline_happens_for_a_hidden_assessment_too) {
  const auto id = started(2);
  move_back(id, 1h);
  hide(invigilator);
  EXPECT_EQ(hand_in_due(database(), store), 1U);
}

TEST_P(HandInTest, by_itself_concerns_one_person_where_only_one_asks) {
  const auto mine = started(2);
  const auto theirs = start_as(cast.here.officer, 2).value();
  move_back(mine, 1h);
  move_back(theirs, 1h);
  hand_in_due(database(), store, cast.here.officer);
  EXPECT_FALSE(paper(mine).handed_in());
  EXPECT_TRUE(loaded(cast.here.officer, theirs)->handed_in());
}

TEST_P(HandInTest, by_itself_from_several_hubs_at_once_counts_one) {
  const auto id = started(2);
  move_back(id, 1h);
  std::atomic<std::size_t> counted = 0;
  {
    std::vector<std::jthread> hubs;
    for (int i = 0; i < 8; ++i) hubs.emplace_back([&] { counted += hand_in_due(database(), store); });
  }
  EXPECT_EQ(counted, 1U);
  EXPECT_EQ(result("during").integer(0), 1);
}

}  // namespace
}  // namespace attempts
