#include <thread>

#include "features/attempts/attempt_fixture.h"

namespace attempts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Kind = base::Refusal::Kind;
using namespace std::chrono_literals;

class StartTest : public OnAttempts {};
INSTANTIATE_TEST_SUITE_P(Databases, StartTest, test::both_databases(), test::database_name);

TEST_P(StartTest, begins_an_attempt_with_nothing_answered) {
  const auto now = paper(started(1));
  EXPECT_EQ(now.assessment.title, "Exam room essentials");
  EXPECT_EQ(now.section.title, "About before");
  EXPECT_EQ(now.section.position, 1);
  EXPECT_EQ(now.section.questions.size(), 3U);
  EXPECT_THAT(now.answers, IsEmpty());
  EXPECT_FALSE(now.handed_in());
  EXPECT_EQ(now.attempt.deadline_at, std::nullopt);
}

TEST_P(StartTest, continues_the_open_attempt_of_a_section) {
  const auto first = started(1);
  EXPECT_EQ(started(1), first);
  EXPECT_NE(started(2), first) << "another section, in any order";
}

TEST_P(StartTest, keeps_the_order_of_the_options_for_the_whole_attempt) {
  const auto id = started(1);
  const auto order = [&] {
    std::vector<OptionId> ids;
    const auto now = paper(id);
    for (const auto& option : now.section.questions.back().options) ids.push_back(option.id);
    return ids;
  };
  EXPECT_EQ(order(), order());
}

TEST_P(StartTest, sets_the_deadline_of_a_timed_section) {
  const auto attempt = paper(started(2)).attempt;
  EXPECT_EQ(attempt.deadline_at, attempt.started_at + 20min);
}

TEST_P(StartTest, gives_a_person_their_extra_time) {
  database().write([&](db::Connection& c) {
    c.exec(
        "INSERT INTO extra_time (account_id, centre_id, percent, given_by, given_at) VALUES (?, ?, 25, 1, 0)",
        invigilator.account, invigilator.centre);
  });
  const auto attempt = paper(started(2)).attempt;
  EXPECT_EQ(attempt.deadline_at, attempt.started_at + 25min);
}

TEST_P(StartTest, finds_only_what_this_person_may_take) {
  EXPECT_EQ(start_as(invigilator, 3).error().kind, Kind::not_found) << "no such section";
  EXPECT_EQ(start_as(invigilator, 0).error().kind, Kind::not_found);
  EXPECT_EQ(start_as(invigilator, 1, "no-such-assessment").error().kind, Kind::not_found);
  EXPECT_EQ(start_as(cast.here.leader, 1).error().kind, Kind::not_found) << "not for senior leaders";
  EXPECT_EQ(start_as(cast.hub_operator, 1).error().kind, Kind::not_found);
  hide(invigilator);
  EXPECT_EQ(start_as(invigilator, 1).error().kind, Kind::not_found) << "hidden from this invigilator";
  EXPECT_TRUE(start_as(cast.there.invigilator, 1).has_value()) << "but not from another";
}

TEST_P(StartTest, a_passed_section_is_read_again_and_not_taken_again) {
  const auto id = started(1);
  handed_in(id, right(id));
  EXPECT_EQ(started(1), id);
  EXPECT_EQ(count("SELECT COUNT(*) FROM attempt"), 1);
}

TEST_P(StartTest, a_failed_section_is_tried_again_at_once_as_often_as_needed) {
  for (int i = 0; i < 3; ++i) {
    const auto id = started(1);
    handed_in(id, with_wrong(id, 2));
  }
  const auto id = started(1);
  EXPECT_THAT(paper(id).answers, IsEmpty());
  EXPECT_EQ(count("SELECT COUNT(*) FROM attempt"), 4);
}

TEST_P(StartTest, hands_in_first_what_ran_out_of_time) {
  const auto old = started(2);
  move_back(old, 21min);
  const auto fresh = started(2);
  EXPECT_NE(fresh, old);
  EXPECT_TRUE(paper(old).attempt.timed_out);
  EXPECT_EQ(result("during").integer(0), 1) << "failed attempts";
}

TEST_P(StartTest, of_many_at_once_opens_one) {
  std::vector<AttemptId> ids(12);
  {
    std::vector<std::jthread> tabs;
    for (auto& id : ids) tabs.emplace_back([&] { id = started(1); });
  }
  for (const auto id : ids) EXPECT_EQ(id, ids.front());
  EXPECT_EQ(count("SELECT COUNT(*) FROM attempt"), 1);
}

TEST_P(StartTest, goes_on_with_the_version_it_was_begun_on) {
  const auto id = started(1);
  auto next = content;
  next.sections.at(0).questions.at(0).text = "Asked differently?";
  publish(next);
  EXPECT_EQ(started(1), id);
  EXPECT_EQ(paper(id).section.questions.at(0).text, "What about one?");
  EXPECT_EQ(paper(id).reach, Reach::within);
}

TEST_P(StartTest, begins_anew_where_a_newer_version_wants_the_section_taken_again) {
  const auto old = started(1);
  auto next = content;
  next.sections.at(0).questions.at(0).text = "Asked differently?";
  next.sections.at(0).retake = true;
  publish(next);
  EXPECT_EQ(paper(old).reach, Reach::replaced);
  EXPECT_EQ(saved(old, right(old)).kind, Outcome::Kind::closed);
  const auto fresh = started(1);
  EXPECT_NE(fresh, old);
  EXPECT_EQ(paper(fresh).section.questions.at(0).text, "Asked differently?");
  EXPECT_EQ(result("before").integer(0), 0) << "the old one is not a failure";
}

TEST_P(StartTest, takes_again_a_passed_section_whose_pass_stopped_counting) {
  pass(1);
  auto next = content;
  next.sections.at(0).questions.at(0).text = "Asked differently?";
  next.sections.at(0).retake = true;
  publish(next);
  EXPECT_FALSE(paper(started(1)).handed_in());
}

TEST_P(StartTest, a_new_year_starts_afresh_and_the_old_attempt_is_kept_but_not_continued) {
  const auto old = started(1);
  auto next = content;
  next.year = "2027/28";
  next.valid_until = "2028-08-31";
  publish(next);
  EXPECT_EQ(paper(old).reach, Reach::earlier_year);
  EXPECT_EQ(saved(old, right(old)).kind, Outcome::Kind::closed);
  EXPECT_NE(started(1), old);
}

TEST_P(StartTest, an_attempt_is_there_for_its_owner_only) {
  const auto id = started(1);
  for (const auto* other :
       {&cast.here.admin, &cast.here.officer, &cast.there.invigilator, &cast.hub_operator}) {
    EXPECT_FALSE(loaded(*other, id).has_value()) << other->name;
    EXPECT_EQ(save_as(*other, id, right(id)).error().kind, Kind::not_found);
    EXPECT_EQ(hand_in_as(*other, id, right(id)).error().kind, Kind::not_found);
  }
  EXPECT_FALSE(paper(id).handed_in());
}

TEST_P(StartTest, goes_with_the_account) {
  const auto id = started(1);
  saved(id, right(id));
  database().write(
      [&](db::Connection& c) { c.exec("DELETE FROM account WHERE id = ?", invigilator.account); });
  EXPECT_FALSE(loaded(invigilator, id).has_value());
  EXPECT_EQ(count("SELECT COUNT(*) FROM answer"), 0);
}

}  // namespace
}  // namespace attempts
