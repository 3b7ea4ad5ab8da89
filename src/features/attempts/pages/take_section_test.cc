#include "features/attempts/pages/attempt_pages_fixture.h"

namespace attempts::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class TakeSectionTest : public OnAttemptPages {};
INSTANTIATE_TEST_SUITE_P(Databases, TakeSectionTest, test::both_databases(), test::database_name);

TEST_P(TakeSectionTest, shows_the_reading_first_and_every_question_as_real_choices) {
  const auto attempt = start(browser, 1);
  const auto page = browser.get(attempt);
  EXPECT_EQ(page.status, 200);
  EXPECT_LT(page.body.find("Read <em>this</em>"), page.body.find("Question 1 of 3"));
  for (const auto& question : paper(attempt).section.questions) {
    const auto name = fmt::format("name=\"q{}\"", std::to_underlying(question.id));
    EXPECT_THAT(page.body,
                HasSubstr(fmt::format("type=\"{}\" {}", question.choose_many ? "checkbox" : "radio", name)));
  }
  EXPECT_THAT(page.body, AllOf(HasSubstr("Choose all that apply."), HasSubstr("Choose one answer.")));
}

TEST_P(TakeSectionTest, saves_with_the_save_button_and_shows_it_saved) {
  const auto attempt = start(browser, 1);
  auto form = answers(attempt, {}, 2);
  form.emplace_back("save", "yes");
  const auto saved = browser.post(attempt + "/submit", form);
  EXPECT_EQ(saved.status, 303);
  const auto page = browser.follow(saved);
  EXPECT_THAT(page.body, HasSubstr("Saved at "));
  EXPECT_THAT(page.body, HasSubstr(fmt::format("value=\"{}\" checked", form.front().second)));
  EXPECT_THAT(page.body, HasSubstr(", not answered"));
  EXPECT_FALSE(paper(attempt).handed_in());
}

TEST_P(TakeSectionTest, continues_on_another_machine_with_everything_there) {
  const auto attempt = start(browser, 1);
  browser.post(attempt + "/answers", answers(attempt, {}, 2));
  auto elsewhere = signed_in(cast().here.invigilator);
  EXPECT_EQ(start(elsewhere, 1), attempt);
  EXPECT_THAT(elsewhere.get(attempt).body, HasSubstr(" checked"));
}

TEST_P(TakeSectionTest, tells_a_script_when_it_saved_and_how_much_time_is_left) {
  const auto attempt = start(browser, 2);
  browser.set_header("accept", "text/plain");
  const auto saved = browser.post(attempt + "/answers", answers(attempt, {}, 2));
  EXPECT_EQ(saved.status, 200);
  EXPECT_THAT(saved.body, ::testing::MatchesRegex("[0-9][0-9]:[0-9][0-9]\n1[0-9]+\n"));
}

TEST_P(TakeSectionTest, shows_a_timed_section_how_long_it_has) {
  const auto page = browser.get(start(browser, 2));
  EXPECT_THAT(page.body, AllOf(HasSubstr("You have 20 minutes"), HasSubstr("data-left-ms=")));
}

TEST_P(TakeSectionTest, gives_the_answer_key_in_no_response_before_the_section_is_passed) {
  const auto attempt = start(browser, 1);
  const auto check = [](const test::Answer& answer) {
    for (const std::string_view key : {"Secret explanation", "correct", "Right: ", "answered-option"}) {
      EXPECT_THAT(answer.body, Not(HasSubstr(std::string(key))));
    }
  };
  check(browser.get(attempt));
  check(browser.post(attempt + "/answers", answers(attempt, {2})));
  check(browser.get(attempt));
  check(browser.post(attempt + "/submit", answers(attempt, {2}, 3)));
  check(browser.get(attempt + "?unanswered=1"));
  check(browser.get(attempt + "/result"));
  check(browser.post(attempt + "/submit", answers(attempt, {2})));
  check(browser.get(attempt + "/result"));
  check(browser.post(attempt + "/answers", answers(attempt)));
  check(browser.get(start(browser, 1)));
}

TEST_P(TakeSectionTest, is_nobody_elses_business) {
  const auto attempt = start(browser, 1);
  const auto form = answers(attempt);
  for (const auto* actor : {&cast().here.officer, &cast().here.admin, &cast().there.invigilator}) {
    auto other = signed_in(*actor);
    for (const auto* below : {"", "/result"}) EXPECT_EQ(other.get(attempt + below).status, 404);
    for (const auto* below : {"/answers", "/submit"})
      EXPECT_EQ(other.post(attempt + below, form).status, 404);
  }
}

TEST_P(TakeSectionTest, says_plainly_that_a_hidden_assessment_is_kept_and_not_continued) {
  const auto attempt = start(browser, 1);
  const auto form = answers(attempt);
  hide_from(cast().here.invigilator);
  for (const auto* below : {"", "/result"}) {
    const auto page = browser.get(attempt + below);
    EXPECT_EQ(page.status, 403);
    EXPECT_THAT(page.body, AllOf(HasSubstr("What you did is kept"), Not(HasSubstr("What about one?"))));
  }
  for (const auto* below : {"/answers", "/submit"})
    EXPECT_EQ(browser.post(attempt + below, form).status, 403);
  EXPECT_EQ(browser.post("/assessments/exam-room-essentials/sections/1/start").status, 404);
}

TEST_P(TakeSectionTest, says_what_to_do_in_a_tab_of_another_attempt_or_an_old_version) {
  const auto first = start(browser, 1);
  const auto second = start(browser, 2);
  const auto of_first = answers(first);
  const auto mixed_up = browser.post(second + "/answers", of_first);
  EXPECT_EQ(mixed_up.status, 409);
  EXPECT_THAT(mixed_up.body, HasSubstr("other questions"));

  auto next = content;
  next.sections.at(0).retake = true;
  next.sections.at(0).title = "Revised";
  publish(next);
  const auto old_tab = browser.post(first + "/submit", of_first);
  EXPECT_EQ(old_tab.status, 409);
  EXPECT_THAT(old_tab.body, HasSubstr("changed after you began it"));
  EXPECT_NE(start(browser, 1), first);
}

}  // namespace
}  // namespace attempts::pages
