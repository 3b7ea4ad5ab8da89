#include "features/attempts/attempt.h"

#include <gmock/gmock.h>

#include <set>

#include "features/assessments/test_content.h"

namespace attempts {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Questions 11 to 13, the options of 11 are 111 and 112, and so on; the first is right. The last may have
// several.
Section section_with_ids() {
  auto section = test::section("before");
  std::int64_t q = 10;
  for (auto& question : section.questions) {
    question.id = QuestionId{++q};
    std::int64_t o = q * 10;
    for (auto& option : question.options) option.id = OptionId{++o};
  }
  auto& last = section.questions.back();
  last.choose_many = true;
  last.options.push_back({OptionId{133}, "Right as well", true});
  return section;
}

Chosen chosen(std::initializer_list<std::int64_t> ids) {
  Chosen all;
  for (const auto id : ids) all.push_back(OptionId{id});
  return all;
}

Answers all_right() {
  return {
      {QuestionId{11}, chosen({111})}, {QuestionId{12}, chosen({121})}, {QuestionId{13}, chosen({131, 133})}};
}

std::vector<std::string> texts(const Question& question) {
  std::vector<std::string> all;
  for (const auto& option : question.options) all.push_back(option.text);
  return all;
}

TEST(MarkTest, counts_the_questions_that_are_right) {
  const auto section = section_with_ids();
  EXPECT_EQ(mark(section, all_right()), (Marked{3, true}));
  auto answers = all_right();
  answers[QuestionId{12}] = chosen({122});
  EXPECT_EQ(mark(section, answers), (Marked{2, false}));
  EXPECT_EQ(mark(section, {}), (Marked{0, false}));
}

TEST(MarkTest, one_wrong_of_all_is_a_fail_unless_the_section_says_otherwise) {
  auto section = section_with_ids();
  auto answers = all_right();
  answers.erase(QuestionId{11});
  EXPECT_FALSE(mark(section, answers).passed);
  section.pass_mark = {.value = 60, .percent = true};
  EXPECT_TRUE(mark(section, answers).passed) << "2 of 3 are more than 60 %";
  section.pass_mark = {.value = 2, .percent = false};
  EXPECT_TRUE(mark(section, answers).passed);
}

TEST(MarkTest, many_is_right_only_with_exactly_the_right_ones) {
  const auto question = section_with_ids().questions.back();
  EXPECT_TRUE(is_right(question, chosen({131, 133})));
  EXPECT_FALSE(is_right(question, chosen({131})));
  EXPECT_FALSE(is_right(question, chosen({131, 132, 133})));
  EXPECT_FALSE(is_right(question, {}));
}

TEST(MarkTest, names_the_unanswered_and_the_wrong_by_their_numbers) {
  const auto section = section_with_ids();
  const Answers answers{{QuestionId{11}, chosen({111})}, {QuestionId{13}, {}}};
  EXPECT_THAT(unanswered(section, answers), ElementsAre(2, 3));
  EXPECT_THAT(not_right(section, answers), ElementsAre(2, 3));
  EXPECT_THAT(not_right(section, all_right()), IsEmpty());
}

TEST(OptionOrderTest, is_the_same_every_time_for_one_seed) {
  for (const std::int64_t seed :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{9'000'000'000'000'000'000}}) {
    auto once = section_with_ids();
    auto again = section_with_ids();
    order_options(once, seed);
    order_options(again, seed);
    for (std::size_t q = 0; q < once.questions.size(); ++q) {
      EXPECT_EQ(texts(once.questions[q]), texts(again.questions[q]));
    }
  }
}

TEST(OptionOrderTest, stays_what_it_was_in_attempts_begun_with_an_earlier_binary) {
  auto section = section_with_ids();
  section.questions.resize(1);
  section.questions.front().options = {
      {OptionId{1}, "a", true}, {OptionId{2}, "b"}, {OptionId{3}, "c"}, {OptionId{4}, "d"}};
  order_options(section, 42);
  EXPECT_THAT(texts(section.questions.front()), ElementsAre("c", "a", "d", "b"));
}

TEST(OptionOrderTest, puts_every_option_in_every_place_about_equally_often) {
  constexpr int seeds = 3000;
  std::map<std::string, int> first;
  for (int seed = 0; seed < seeds; ++seed) {
    auto section = section_with_ids();
    order_options(section, seed);
    ++first[texts(section.questions.back()).front()];
  }
  EXPECT_EQ(first.size(), 3U);
  for (const auto& [text, count] : first) EXPECT_NEAR(count, seeds / 3, seeds / 20) << text;
}

TEST(DeadlineTest, counts_from_the_start_with_the_persons_extra_time) {
  using namespace std::chrono_literals;
  const auto start = base::from_millis(1'000'000);
  EXPECT_EQ(deadline(start, std::nullopt, 25), std::nullopt);
  EXPECT_EQ(deadline(start, 20min, 0), start + 20min);
  EXPECT_EQ(deadline(start, 20min, 25), start + 25min);
  EXPECT_EQ(deadline(start, 20min, 50), start + 30min);
  EXPECT_EQ(deadline(start, 20min, 100), start + 40min);
  EXPECT_EQ(deadline(start, 1s, 25), start + 1250ms);
}

TEST(DeadlineTest, is_over_at_the_very_millisecond) {
  const auto at = base::from_millis(5000);
  EXPECT_FALSE(is_over(at, base::from_millis(4999)));
  EXPECT_TRUE(is_over(at, at));
  EXPECT_FALSE(is_over(std::nullopt, at));
}

TEST(StoredAnswerTest, comes_back_as_it_went_in) {
  EXPECT_EQ(stored(chosen({3, 17, 20})), "3,17,20");
  EXPECT_EQ(chosen_from("3,17,20"), chosen({3, 17, 20}));
  EXPECT_EQ(stored({}), "");
  EXPECT_EQ(chosen_from(""), Chosen{});
  EXPECT_THROW(chosen_from("3,x"), std::logic_error);
}

TEST(FormOfAnswers, takes_options_by_question_in_ascending_order_each_once) {
  const auto changes = changes_in(
      section_with_ids(), {{"csrf", "x"}, {"q11", "112"}, {"q13", "133"}, {"q13", "131"}, {"q13", "133"}});
  EXPECT_EQ(changes.value(),
            (Answers{{QuestionId{11}, chosen({112})}, {QuestionId{13}, chosen({131, 133})}}));
}

TEST(FormOfAnswers, leaves_alone_what_it_does_not_mention_or_did_not_change) {
  const auto changes =
      changes_in(section_with_ids(), {{"q11", "111"}, {"was11", "111"}, {"was12", ""}, {"was13", "131"}});
  EXPECT_EQ(changes.value(), (Answers{{QuestionId{13}, {}}}))
      << "only the last was changed: all its ticks were taken off";
}

TEST(FormOfAnswers, sets_what_it_is_not_sure_of) {
  const auto changes = changes_in(section_with_ids(), {{"q11", "111"}, {"was11", "?"}, {"was13", "?"}});
  EXPECT_EQ(changes.value(), (Answers{{QuestionId{11}, chosen({111})}, {QuestionId{13}, {}}}));
}

TEST(FormOfAnswers, refuses_whole_what_belongs_to_other_questions) {
  const auto section = section_with_ids();
  const std::vector<FormItems> forms{{{"q99", "111"}},
                                     {{"q11", "121"}},
                                     {{"q11", "111"}, {"q11", "112"}},
                                     {{"q11", "none"}},
                                     {{"q11", "111"}, {"q12", "-1"}},
                                     {{"was99", ""}}};
  for (const auto& form : forms) {
    const auto changes = changes_in(section, form);
    ASSERT_FALSE(changes.has_value()) << form.front().first << "=" << form.front().second;
    EXPECT_EQ(changes.error().kind, base::Refusal::Kind::conflict);
  }
}

}  // namespace
}  // namespace attempts
