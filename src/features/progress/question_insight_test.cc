#include "features/progress/question_insight.h"

#include "features/attempts/attempt_fixture.h"

namespace progress {
namespace {

class QuestionInsightTest : public attempts::OnAttempts {
 public:
  std::optional<AssessmentInsight> of(const access::Actor& actor) {
    return database().read([&](db::Connection& c) { return question_insight(c, actor, content.slug); });
  }
  QuestionInsight of_question(std::size_t number) {
    return of(cast.here.officer).value().sections.at(0).questions.at(number - 1);
  }
  void hand_in_wrong(const access::Actor& actor, std::size_t question) {
    const auto id = start_as(actor, 1).value();
    hand_in_as(actor, id, answers(loaded(actor, id).value().section, {question})).value();
  }
  void hand_in_nothing(const access::Actor& actor) {
    hand_in_as(actor, start_as(actor, 1).value(), {}).value();
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, QuestionInsightTest, test::both_databases(), test::database_name);

TEST_P(QuestionInsightTest, counts_who_was_right_the_first_time) {
  hand_in_wrong(invigilator, 2);
  hand_in_wrong(cast.here.officer, 1);
  EXPECT_EQ(of_question(1).people, 2U);
  EXPECT_EQ(of_question(1).right_first, 1U);
  EXPECT_EQ(of_question(1).percent_right(), 50U);
  EXPECT_EQ(of_question(3).right_first, 2U);
}

TEST_P(QuestionInsightTest, takes_no_second_try_into_account) {
  hand_in_wrong(invigilator, 2);
  pass(1);
  EXPECT_EQ(of_question(2).people, 1U);
  EXPECT_EQ(of_question(2).right_first, 0U);
}

TEST_P(QuestionInsightTest, names_the_wrong_option_chosen_most) {
  hand_in_wrong(invigilator, 2);
  hand_in_wrong(cast.here.officer, 2);
  hand_in_wrong(cast.here.admin, 1);
  ASSERT_TRUE(of_question(2).most_chosen_wrong);
  EXPECT_EQ(of_question(2).most_chosen_wrong->text, "A wrong one");
  EXPECT_EQ(of_question(2).most_chosen_wrong->people, 2U);
  EXPECT_FALSE(of_question(3).most_chosen_wrong);
}

TEST_P(QuestionInsightTest, counts_an_unanswered_question_as_not_right) {
  hand_in_nothing(invigilator);
  EXPECT_EQ(of_question(1).people, 1U);
  EXPECT_EQ(of_question(1).right_first, 0U);
  EXPECT_FALSE(of_question(1).most_chosen_wrong);
}

TEST_P(QuestionInsightTest, keeps_what_was_answered_before_a_new_version_for_questions_that_stayed) {
  hand_in_wrong(invigilator, 2);
  auto next = content;
  next.sections.at(0).questions.at(2).text = "Another question now?";
  publish(next);
  hand_in_wrong(cast.here.officer, 1);
  EXPECT_EQ(of_question(2).people, 2U);
  EXPECT_EQ(of_question(2).right_first, 1U);
  EXPECT_EQ(of_question(3).people, 1U);
  EXPECT_EQ(of_question(3).text, "Another question now?");
}

TEST_P(QuestionInsightTest, does_not_count_what_is_still_open) {
  started(1);
  EXPECT_EQ(of_question(1).people, 0U);
  EXPECT_EQ(of_question(1).percent_right(), 0U);
}

TEST_P(QuestionInsightTest, is_of_the_centre_alone) {
  hand_in_wrong(cast.there.invigilator, 1);
  EXPECT_EQ(of_question(1).people, 0U);
}

TEST_P(QuestionInsightTest, is_for_those_who_manage_users) {
  EXPECT_TRUE(of(cast.here.admin));
  EXPECT_FALSE(of(cast.here.leader));
  EXPECT_FALSE(of(cast.here.invigilator));
}

}  // namespace
}  // namespace progress
