#include <atomic>
#include <thread>

#include "features/attempts/pages/attempt_pages_fixture.h"

namespace attempts::pages {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

class HandInPageTest : public OnAttemptPages {
 public:
  test::Answer submitted(const std::string& attempt, const test::FormFields& form) {
    return browser.post(attempt + "/submit", form);
  }
  test::Answer result_of(const std::string& attempt) { return browser.get(attempt + "/result"); }
};
INSTANTIATE_TEST_SUITE_P(Databases, HandInPageTest, test::both_databases(), test::database_name);

TEST_P(HandInPageTest, shows_a_fail_with_what_to_read_again_and_without_the_right_answers) {
  const auto attempt = start(browser, 1);
  const auto answer = submitted(attempt, answers(attempt, {2}));
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.location, attempt + "/result");
  const auto page = browser.follow(answer);
  EXPECT_THAT(page.body, AllOf(HasSubstr("2 / 3"), HasSubstr("Fail"), HasSubstr("What about two?"),
                               HasSubstr("Try again")));
  EXPECT_THAT(page.body, AllOf(Not(HasSubstr("What about one?")), Not(HasSubstr("The right one"))));
}

TEST_P(HandInPageTest, shows_a_pass_with_the_explanations_and_the_next_section) {
  const auto attempt = start(browser, 1);
  const auto page = browser.follow(submitted(attempt, answers(attempt)));
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("3 / 3"), HasSubstr("Pass"), HasSubstr("Secret explanation of one")));
  EXPECT_THAT(page.body, AllOf(HasSubstr("Next: About during"), Not(HasSubstr("Try again"))));
}

TEST_P(HandInPageTest, reads_a_passed_section_again_instead_of_taking_it_again) {
  const auto attempt = start(browser, 1);
  submitted(attempt, answers(attempt));
  EXPECT_EQ(start(browser, 1), attempt);
  EXPECT_EQ(browser.get(attempt).location, attempt + "/result");
}

TEST_P(HandInPageTest, the_last_section_passed_leads_to_the_certificate) {
  for (const int section : {2, 1}) {
    const auto attempt = start(browser, section);
    submitted(attempt, answers(attempt));
    if (section == 2) {
      EXPECT_THAT(result_of(attempt).body, Not(HasSubstr("certificate")));
    } else {
      const auto code = database().read(
          [](db::Connection& c) { return c.exec("SELECT code FROM certificate").at(0).text(0); });
      EXPECT_THAT(result_of(attempt).body, AllOf(HasSubstr("Your certificate is ready"),
                                                 HasSubstr("href=\"/certificates/" + code + "\"")));
      EXPECT_EQ(browser.get("/certificates/" + code).status, 200);
      database().write([](db::Connection& c) { c.exec("UPDATE certificate SET withdrawn_at = 1"); });
      EXPECT_THAT(result_of(attempt).body, Not(HasSubstr("Your certificate is ready"))) << "it is withdrawn";
    }
  }
}

TEST_P(HandInPageTest, points_out_what_is_unanswered_first_and_saves_the_rest) {
  const auto attempt = start(browser, 1);
  const auto answer = submitted(attempt, answers(attempt, {}, 2));
  EXPECT_EQ(answer.status, 303);
  const auto page = browser.follow(answer);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("1 of 3 questions has no answer yet"), HasSubstr("What about two?")));
  EXPECT_THAT(page.body, HasSubstr(attempt + "#question-2"));
  EXPECT_FALSE(paper(attempt).handed_in());
  EXPECT_EQ(paper(attempt).answers.size(), 2U);

  EXPECT_EQ(submitted(attempt, {{"confirm", "yes"}}).location, attempt + "/result");
  EXPECT_THAT(result_of(attempt).body, AllOf(HasSubstr("2 / 3"), HasSubstr("You gave no answer")));
}

TEST_P(HandInPageTest, of_fifty_at_once_makes_one_mark_and_shows_everybody_the_same) {
  const auto attempt = start(browser, 1);
  const auto form = answers(attempt, {1});
  browser.get(attempt);
  std::atomic<int> to_result = 0;
  {
    std::vector<std::jthread> tabs;
    for (int i = 0; i < 50; ++i) {
      tabs.emplace_back([&, tab = browser]() mutable {
        to_result += tab.post(attempt + "/submit", form).location == attempt + "/result" ? 1 : 0;
      });
    }
  }
  EXPECT_EQ(to_result, 50);
  const auto failed = database().read([](db::Connection& c) {
    return c.exec("SELECT failed_attempts FROM section_result").at(0).integer(0);
  });
  EXPECT_THAT(result_of(attempt).body, HasSubstr("2 / 3"));
  EXPECT_EQ(failed, 1);
}

TEST_P(HandInPageTest, a_second_tab_with_other_answers_is_told_that_they_do_not_count) {
  const auto attempt = start(browser, 1);
  submitted(attempt, answers(attempt, {1}));
  const auto second = submitted(attempt, answers(attempt));
  EXPECT_THAT(second.location, EndsWith("/result?late=1"));
  EXPECT_THAT(browser.follow(second).body, AllOf(HasSubstr("do not count"), HasSubstr("2 / 3")));
  const auto saving = browser.post(attempt + "/answers", answers(attempt));
  EXPECT_EQ(saving.status, 409);
  EXPECT_THAT(saving.body, HasSubstr("handed in at"));
}

TEST_P(HandInPageTest, after_the_deadline_counts_what_was_saved_and_says_so) {
  const auto attempt = start(browser, 2);
  const auto form = answers(attempt);
  browser.post(attempt + "/answers", {form.front()});
  time_runs_out(attempt);
  const auto late = submitted(attempt, form);
  EXPECT_THAT(late.location, EndsWith("/result?late=1"));
  EXPECT_THAT(browser.follow(late).body,
              AllOf(HasSubstr("1 / 3"), HasSubstr("Your time ended at"), HasSubstr("do not count")));
}

TEST_P(HandInPageTest, an_answer_after_the_deadline_is_refused_and_said) {
  const auto attempt = start(browser, 2);
  const auto form = answers(attempt);
  time_runs_out(attempt);
  const auto late = browser.post(attempt + "/answers", form);
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, AllOf(HasSubstr("The time was up"), HasSubstr("does not count")));
  EXPECT_EQ(paper(attempt).attempt.mark, 0U);
}

TEST_P(HandInPageTest, happens_by_itself_at_the_deadline_when_somebody_looks) {
  const auto attempt = start(browser, 2);
  browser.post(attempt + "/answers", answers(attempt));
  time_runs_out(attempt);
  EXPECT_EQ(browser.get(attempt).location, attempt + "/result");
  EXPECT_THAT(result_of(attempt).body, AllOf(HasSubstr("Pass"), HasSubstr("was handed in for you")));
}

TEST_P(HandInPageTest, happens_by_itself_at_the_deadline_when_nobody_looks) {
  const auto attempt = start(browser, 2);
  browser.post(attempt + "/answers", answers(attempt));
  time_runs_out(attempt);
  hub().upkeep();
  EXPECT_TRUE(paper(attempt).attempt.passed);
}

TEST_P(HandInPageTest, by_itself_before_the_deadline_is_refused_with_the_time_left) {
  const auto attempt = start(browser, 2);
  auto form = answers(attempt);
  form.emplace_back("confirm", "yes");
  form.emplace_back("automatic", "yes");
  const auto early = submitted(attempt, form);
  EXPECT_EQ(early.status, 409);
  EXPECT_THAT(early.body, AllOf(HasSubstr("Your time is not over"), HasSubstr("You have "),
                                HasSubstr(" left, until "), HasSubstr("href=\"" + attempt + "\"")));
  EXPECT_FALSE(paper(attempt).handed_in());
  EXPECT_EQ(paper(attempt).answers.size(), 3U) << "what it held is saved";

  browser.set_header("accept", "text/plain");
  EXPECT_GT(std::stoll(submitted(attempt, form).body), 19 * 60'000);
}

TEST_P(HandInPageTest, by_itself_of_an_untimed_section_is_refused) {
  const auto attempt = start(browser, 1);
  EXPECT_EQ(submitted(attempt, {{"confirm", "yes"}, {"automatic", "yes"}}).status, 409);
  EXPECT_FALSE(paper(attempt).handed_in());
}

TEST_P(HandInPageTest, by_itself_at_the_deadline_shows_the_result) {
  const auto attempt = start(browser, 2);
  browser.post(attempt + "/answers", answers(attempt));
  time_runs_out(attempt);
  const auto answer = submitted(attempt, {{"confirm", "yes"}, {"automatic", "yes"}});
  EXPECT_EQ(answer.location, attempt + "/result");
  EXPECT_TRUE(paper(attempt).attempt.passed);
}

TEST_P(HandInPageTest, the_page_is_told_the_time_left_until_it_is_handed_in) {
  const auto attempt = start(browser, 2);
  const auto left = std::stoll(browser.get(attempt + "/time").body);
  EXPECT_GT(left, 19 * 60'000);
  EXPECT_LE(left, 20 * 60'000);
  time_runs_out(attempt);
  EXPECT_EQ(browser.get(attempt + "/time").status, 409);
  EXPECT_EQ(signed_in(cast().here.leader).get(attempt + "/time").status, 404);
}

TEST_P(HandInPageTest, that_cannot_be_written_keeps_nobody_from_the_list_of_assessments) {
  const auto attempt = start(browser, 2);
  time_runs_out(attempt);
  refuse_changes_of("attempt");
  EXPECT_EQ(browser.get("/assessments").status, 200);
  EXPECT_EQ(browser.get("/assessments/exam-room-essentials").status, 200);
}

TEST_P(HandInPageTest, of_an_earlier_years_section_can_be_read_again_once_passed) {
  const auto attempt = start(browser, 1);
  submitted(attempt, answers(attempt));
  const auto open = start(browser, 2);
  auto next = content;
  next.year = "2027/28";
  next.valid_until = "2028-08-31";
  publish(next);
  EXPECT_EQ(result_of(attempt).status, 200);
  const auto closed = browser.get(open);
  EXPECT_EQ(closed.status, 409);
  EXPECT_THAT(closed.body, HasSubstr("last year"));
}

}  // namespace
}  // namespace attempts::pages
