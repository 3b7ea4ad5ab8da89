#include "features/attempts/pages/attempt_pages_fixture.h"

namespace attempts::pages {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

class AssessmentPage : public OnAttemptPages {
 public:
  std::string page(std::string_view query = {}) {
    return browser.get(fmt::format("/assessments/exam-room-essentials{}", query)).body;
  }
  std::string hand_in(int section, const std::vector<std::size_t>& wrong = {}) {
    const auto attempt = start(browser, section);
    browser.post(attempt + "/submit", answers(attempt, wrong));
    return attempt;
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, AssessmentPage, test::both_databases(), test::database_name);

TEST_P(AssessmentPage, shows_each_section_with_type_duration_and_questions) {
  EXPECT_THAT(page(),
              AllOf(HasSubstr("About before"), HasSubstr("Untimed"), HasSubstr("About during"),
                    HasSubstr(">Timed<"), HasSubstr("20 minutes"), HasSubstr(">3</td>"),
                    HasSubstr("0 of 2 sections passed"), HasSubstr("What to know before the first exam.")));
}

TEST_P(AssessmentPage, lets_any_section_be_started) {
  EXPECT_THAT(page(), AllOf(HasSubstr("action=\"/assessments/exam-room-essentials/sections/1/start\""),
                            HasSubstr("action=\"/assessments/exam-room-essentials/sections/2/start\"")));
  EXPECT_EQ(start(browser, 2).find("/attempts/"), 0U);
}

TEST_P(AssessmentPage, lets_an_open_section_be_continued) {
  start(browser, 1);
  EXPECT_THAT(page(), AllOf(HasSubstr(">Continue<"), HasSubstr("1 open"), HasSubstr("Started")));
}

TEST_P(AssessmentPage, counts_failures_and_lets_a_failed_section_be_tried_again) {
  hand_in(1, {1});
  hand_in(1, {1});
  EXPECT_THAT(page(), AllOf(HasSubstr(">Try again<"), HasSubstr("2 failed")));
}

TEST_P(AssessmentPage, lets_a_passed_section_be_read_again_and_not_retaken) {
  hand_in(1, {1});
  const auto passed = hand_in(1);
  EXPECT_THAT(page(), AllOf(HasSubstr("href=\"" + passed + "/result\""), HasSubstr("Read again"),
                            HasSubstr("1 passed, 1 failed"), HasSubstr("1 of 2 sections passed"),
                            Not(HasSubstr("sections/1/start"))));
}

TEST_P(AssessmentPage, shows_the_certificate_once_every_section_is_passed) {
  hand_in(1);
  EXPECT_THAT(page(), Not(HasSubstr("/certificates/")));
  hand_in(2);
  EXPECT_THAT(page(),
              AllOf(HasSubstr("Your certificate"), ContainsRegex("href=\"/certificates/[^\"]+\\.pdf\""),
                    HasSubstr("2 of 2 sections passed")));
}

TEST_P(AssessmentPage, shows_the_time_that_this_person_has) {
  database().write([&](db::Connection& c) {
    c.exec(
        "INSERT INTO extra_time (account_id, centre_id, percent, given_by, given_at) VALUES (?, ?, 25, ?, 0)",
        cast().here.invigilator.account, cast().here.invigilator.centre, cast().here.admin.account);
  });
  EXPECT_THAT(page(), AllOf(HasSubstr("25 minutes"), HasSubstr("with your extra time")));
}

TEST_P(AssessmentPage, that_is_hidden_or_for_others_is_not_found_exactly_like_one_that_never_was) {
  hide_from(cast().here.invigilator);
  const auto hidden = browser.get("/assessments/exam-room-essentials");
  const auto unknown = browser.get("/assessments/nothing-of-that-name");
  EXPECT_EQ(hidden.status, 404);
  EXPECT_EQ(unknown.status, 404);
  EXPECT_THAT(hidden.body, Not(HasSubstr("Exam room essentials")));
  EXPECT_EQ(signed_in(cast().here.leader).get("/assessments/exam-room-essentials").status, 404);
}

TEST_P(AssessmentPage, of_an_earlier_year_can_be_read_and_not_taken) {
  const auto passed = hand_in(1);
  auto later = content;
  later.year = "2027/28";
  later.valid_until = {};
  publish(later);
  EXPECT_THAT(page("?year=2026%2F27"),
              AllOf(HasSubstr("This is the assessment of 2026/27"),
                    HasSubstr("href=\"" + passed + "/result\""), Not(HasSubstr("/start\""))));
  EXPECT_THAT(page(), AllOf(HasSubstr("2027/28"), HasSubstr("sections/1/start")));
  EXPECT_EQ(browser.get("/assessments/exam-room-essentials?year=2025%2F26").status, 404);
}

TEST_P(AssessmentPage, of_an_earlier_year_that_this_person_never_began_is_not_found) {
  auto later = content;
  later.year = "2027/28";
  later.valid_until = {};
  publish(later);
  EXPECT_EQ(browser.get("/assessments/exam-room-essentials?year=2026%2F27").status, 404);
}

TEST_P(AssessmentPage, that_is_no_longer_for_ones_role_is_kept_to_read) {
  hand_in(1);
  auto changed = content;
  changed.audience = {access::Role::senior_leader};
  auto officer = signed_in(cast().here.officer);
  const auto attempt = start(officer, 1);
  ASSERT_EQ(attempt.find("/attempts/"), 0U);
  publish(changed);
  EXPECT_THAT(officer.get("/assessments/exam-room-essentials").body,
              AllOf(HasSubstr("Not for your role any more"), Not(HasSubstr("/start\""))));
  EXPECT_EQ(browser.get("/assessments/exam-room-essentials").status, 404);
}

}  // namespace
}  // namespace attempts::pages
