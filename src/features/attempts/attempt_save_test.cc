#include "features/attempts/attempt_fixture.h"

namespace attempts {
namespace {

using enum Outcome::Kind;
using ::testing::IsEmpty;
using namespace std::chrono_literals;

class AnswersTest : public OnAttempts {
 public:
  AttemptId id = started(1);
  AttemptId timed = started(2);
};
INSTANTIATE_TEST_SUITE_P(Databases, AnswersTest, test::both_databases(), test::database_name);

TEST_P(AnswersTest, are_there_when_the_person_comes_back) {
  const auto outcome = saved(id, right(id));
  EXPECT_EQ(outcome.kind, done);
  EXPECT_TRUE(outcome.changed);
  const auto back = paper(id);
  EXPECT_TRUE(mark(back.section, back.answers).passed);
  EXPECT_FALSE(back.handed_in());
}

TEST_P(AnswersTest, are_saved_one_by_one_and_changed_as_often_as_wanted) {
  const auto question = paper(id).section.questions.at(0);
  saved(id, {field(question, question.options.at(0))});
  saved(id, {field(question, question.options.at(1))});
  EXPECT_EQ(paper(id).answers, (Answers{{question.id, {question.options.at(1).id}}}));
}

TEST_P(AnswersTest, are_taken_back_by_taking_off_every_tick) {
  const auto question = paper(id).section.questions.at(2);
  saved(id, {field(question, question.options.at(0))});
  saved(id, {{fmt::format("was{}", std::to_underlying(question.id)),
              std::to_string(std::to_underlying(question.options.at(0).id))}});
  EXPECT_EQ(unanswered(paper(id).section, paper(id).answers).size(), 3U);
}

TEST_P(AnswersTest, of_another_tab_are_not_taken_back_by_one_that_was_opened_before) {
  const auto questions = paper(id).section.questions;
  const auto was = [](const Question& question) {
    return std::pair{fmt::format("was{}", std::to_underlying(question.id)), std::string()};
  };
  saved(id, {field(questions.at(0), questions.at(0).options.at(0))});
  saved(id,
        {was(questions.at(0)), was(questions.at(1)), field(questions.at(1), questions.at(1).options.at(0))});
  EXPECT_EQ(paper(id).answers.size(), 2U);
}

TEST_P(AnswersTest, of_other_questions_are_refused_and_nothing_is_saved) {
  auto form = right(id);
  const auto foreign = right(timed);
  form.insert(form.end(), foreign.begin(), foreign.end());
  const auto refused = save_as(invigilator, id, form);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().kind, base::Refusal::Kind::conflict);
  EXPECT_THAT(paper(id).answers, IsEmpty());
}

TEST_P(AnswersTest, after_the_hand_in_are_refused) {
  handed_in(id, with_wrong(id, 1));
  EXPECT_EQ(saved(id, right(id)).kind, already);
  EXPECT_EQ(paper(id).attempt.mark, 2U);
  EXPECT_EQ(mark(paper(id).section, paper(id).answers).mark, 2U);
}

TEST_P(AnswersTest, after_the_deadline_are_refused_and_what_was_saved_before_is_handed_in) {
  saved(timed, with_wrong(timed, 3));
  move_back(timed, 20min);
  const auto outcome = saved(timed, right(timed));
  EXPECT_EQ(outcome.kind, too_late);
  const auto after = paper(timed);
  EXPECT_TRUE(after.attempt.timed_out);
  EXPECT_EQ(after.attempt.handed_in_at, after.attempt.deadline_at);
  EXPECT_EQ(outcome.at, *after.attempt.deadline_at);
  EXPECT_EQ(after.attempt.mark, 2U);
  EXPECT_FALSE(after.attempt.passed);
}

TEST_P(AnswersTest, just_before_the_deadline_count) {
  move_back(timed, 19min + 50s);
  EXPECT_EQ(saved(timed, right(timed)).kind, done);
}

TEST_P(AnswersTest, of_an_assessment_that_was_hidden_meanwhile_are_kept_and_not_added_to) {
  const auto questions = paper(id).section.questions;
  saved(id, {field(questions.at(0), questions.at(0).options.at(0))});
  hide(invigilator);
  EXPECT_EQ(saved(id, right(id)).kind, closed);
  EXPECT_EQ(handed_in(id, right(id)).kind, closed);
  EXPECT_EQ(paper(id).reach, Reach::hidden);
  EXPECT_EQ(paper(id).answers.size(), 1U);
}

TEST_P(AnswersTest, of_somebody_whose_role_changed_are_kept_and_not_added_to) {
  auto leader = invigilator;
  leader.role = access::Role::senior_leader;
  EXPECT_EQ(save_as(leader, id, right(id)).value().kind, closed);
  EXPECT_EQ(loaded(leader, id)->reach, Reach::hidden);
}

}  // namespace
}  // namespace attempts
