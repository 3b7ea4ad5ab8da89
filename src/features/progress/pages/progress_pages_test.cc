#include "features/attempts/pages/attempt_pages_fixture.h"

namespace progress::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

// The words of a page as they are read, with one space between them.
std::string words_of(const std::string& html) {
  std::string words;
  bool tag = false;
  for (const char c : html) {
    if (c == '<') tag = true;
    const bool space = tag || c == ' ' || c == '\n';
    if (space ? !words.empty() && words.back() != ' ' : true) words += space ? ' ' : c;
    if (c == '>') tag = false;
  }
  return words;
}

class ProgressPagesTest : public attempts::pages::OnAttemptPages {
 public:
  std::string progress() const {
    return fmt::format("/users/{}/progress", std::to_underlying(cast().here.invigilator.account));
  }
  std::string sections() const { return progress() + "/exam-room-essentials"; }
  std::string answers_of(const std::string& attempt) const {
    return fmt::format("/users/{}{}", std::to_underlying(cast().here.invigilator.account), attempt);
  }
  std::string hand_in(int section, const std::vector<std::size_t>& wrong = {}, std::size_t left_out = 0) {
    const auto attempt = start(browser, section);
    auto form = answers(attempt, wrong, left_out);
    form.emplace_back("confirm", "yes");
    EXPECT_EQ(browser.post(attempt + "/submit", form).status, 303);
    return attempt;
  }

  test::TestBrowser officer = signed_in(cast().here.officer);
};
INSTANTIATE_TEST_SUITE_P(Databases, ProgressPagesTest, test::both_databases(), test::database_name);

TEST_P(ProgressPagesTest, show_the_info_icon_only_for_who_has_started_something) {
  EXPECT_THAT(officer.get("/users").body, Not(HasSubstr(progress())));
  start(browser, 1);
  const auto page = officer.get("/users").body;
  EXPECT_THAT(page, HasSubstr("href=\"" + progress() + "\""));
  EXPECT_THAT(
      page,
      Not(HasSubstr(fmt::format("/users/{}/progress", std::to_underlying(cast().here.leader.account)))));
}

TEST_P(ProgressPagesTest, show_status_result_action_and_certificate) {
  EXPECT_THAT(
      words_of(officer.get(progress()).body),
      HasSubstr("Assessment Status Result Action Certificate Exam room essentials 2026/27 Not Started 0/2"));
  hand_in(1);
  EXPECT_THAT(words_of(officer.get(progress()).body), HasSubstr("2026/27 Started 1/2 See Sections"));
  hand_in(2);
  EXPECT_THAT(words_of(officer.get(progress()).body), HasSubstr("2026/27 Passed 2/2 See Sections"));
  EXPECT_THAT(officer.get(progress()).body, HasSubstr("href=\"" + sections() + "\""));
}

TEST_P(ProgressPagesTest, show_the_certificate_once_every_section_is_passed) {
  hand_in(1);
  EXPECT_THAT(officer.get(progress()).body, Not(HasSubstr("/certificates/")));
  hand_in(2);
  EXPECT_THAT(officer.get(progress()).body, ::testing::ContainsRegex("/certificates/[^\"]+\\.pdf\""));
}

TEST_P(ProgressPagesTest, show_earlier_years_below_this_years) {
  hand_in(1);
  auto next = content;
  next.year = "2027/28";
  next.valid_until = "2028-08-31";
  publish(next);
  const auto words = words_of(officer.get(progress()).body);
  EXPECT_THAT(words, HasSubstr("2027/28 Not Started 0/2"));
  EXPECT_LT(words.find("2027/28"), words.find("Earlier years"));
  EXPECT_THAT(words.substr(words.find("Earlier years")), HasSubstr("2026/27 Started 1/2"));
  EXPECT_THAT(words_of(officer.get(sections() + "?year=2026%2F27").body), HasSubstr("3 / 3 Pass"));
}

TEST_P(ProgressPagesTest, show_the_mark_and_the_failed_attempts_of_each_section) {
  hand_in(1, {2});
  hand_in(1);
  const auto words = words_of(officer.get(sections()).body);
  EXPECT_THAT(words, HasSubstr("Section Mark / Failed Attempts Type Duration Questions Status"));
  EXPECT_THAT(words, HasSubstr("3 / 3 Pass 1 failed attempt Graph"));
  EXPECT_THAT(words, HasSubstr("2 / 3 Fail Graph"));
  EXPECT_THAT(words, HasSubstr("Untimed 3 COMPLETED"));
  EXPECT_THAT(words, HasSubstr("Timed 20 minutes 3 NOT STARTED"));
  EXPECT_LT(words.find("3 / 3 Pass"), words.find("2 / 3 Fail"));
}

TEST_P(ProgressPagesTest, show_the_questions_of_an_attempt_and_a_picture_with_its_words) {
  const auto attempt = hand_in(1, {2}, 3);
  EXPECT_THAT(officer.get(sections()).body, HasSubstr("href=\"" + answers_of(attempt) + "\""));
  const auto page = officer.get(answers_of(attempt));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("aria-label=\"1 of 3 questions right, 1 wrong, 1 unanswered\""));
  EXPECT_THAT(page.body, HasSubstr("stroke-dasharray=\"33.33 66.67\""));
  EXPECT_THAT(page.body, Not(HasSubstr("style=")));
  const auto words = words_of(page.body);
  EXPECT_THAT(words,
              AllOf(HasSubstr("Mark 1 / 3 Fail"), HasSubstr("Question 1 What about one? Right"),
                    HasSubstr("Question 2 What about two? Wrong"),
                    HasSubstr("Question 3 What about three? Unanswered"), HasSubstr("A wrong one Chosen")));
}

TEST_P(ProgressPagesTest, tell_the_right_options_only_of_an_attempt_that_passed) {
  EXPECT_THAT(officer.get(answers_of(hand_in(1, {2}))).body, Not(HasSubstr("Right answer")));
  EXPECT_THAT(officer.get(answers_of(hand_in(1))).body, HasSubstr("Right answer"));
}

TEST_P(ProgressPagesTest, keep_in_the_audit_that_answers_were_looked_at) {
  const auto attempt = hand_in(1);
  officer.get(answers_of(attempt));
  EXPECT_THAT(words_of(signed_in(cast().here.admin).get("/audit").body),
              HasSubstr("Looked at a user&#39;s answers " + cast().here.invigilator.name));
}

TEST_P(ProgressPagesTest, show_no_answers_before_they_are_handed_in) {
  EXPECT_EQ(officer.get(answers_of(start(browser, 1))).status, 404);
}

TEST_P(ProgressPagesTest, are_not_there_for_another_centre_nor_under_another_user) {
  const auto attempt = hand_in(1);
  auto elsewhere = signed_in(cast().there.admin);
  for (const auto& path : {progress(), sections(), answers_of(attempt)}) {
    EXPECT_EQ(officer.get(path).status, 200) << path;
    EXPECT_EQ(elsewhere.get(path).status, 404) << path;
    EXPECT_EQ(signed_in(cast().here.leader).get(path).status, 403) << path;
    EXPECT_EQ(browser.get(path).status, 403) << path;
  }
  EXPECT_EQ(officer.get(sections() + "x").status, 404);
  EXPECT_EQ(
      officer.get(fmt::format("/users/{}{}", std::to_underlying(cast().here.leader.account), attempt)).status,
      404);
}

TEST_P(ProgressPagesTest, ask_the_database_no_more_often_for_more_users_who_have_started) {
  const auto statements = [&] {
    const auto before = database().statements_executed();
    officer.get("/users");
    return database().statements_executed() - before;
  };
  start(browser, 1);
  const auto for_one = statements();
  auto other = signed_in(cast().here.officer);
  start(other, 1);
  auto admin = signed_in(cast().here.admin);
  start(admin, 1);
  EXPECT_EQ(statements(), for_one);
}

TEST_P(ProgressPagesTest, tell_which_questions_to_cover_first) {
  hand_in(1, {2});
  const auto words = words_of(officer.get("/summary/questions").body);
  EXPECT_THAT(words, AllOf(HasSubstr("To cover first What about two? (section 1, 0% right first time)"),
                           HasSubstr("1. What about one? 100% (1 of 1)"),
                           HasSubstr("2. What about two? 0% (0 of 1) A wrong one (1 person)"),
                           HasSubstr("Nobody has answered it yet")));
}

}  // namespace
}  // namespace progress::pages
