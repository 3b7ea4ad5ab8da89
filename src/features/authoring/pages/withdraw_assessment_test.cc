// Withdrawing an assessment from the browser, and what everybody sees of it then.
#include "features/attempts/pages/attempt_pages_fixture.h"

namespace authoring::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr auto address = "/operator/assessments/exam-room-essentials";

class WithdrawPages : public attempts::pages::OnAttemptPages {
 public:
  std::string at(std::string_view rest) { return fmt::format("{}{}", address, rest); }
  test::Answer withdraw() {
    hub.get(at("/withdraw"));
    return hub.post(at("/withdraw"));
  }
  test::Answer restore() {
    hub.get(address);
    return hub.post(at("/restore"));
  }
  std::string pass(int section) {
    const auto attempt = start(browser, section);
    browser.post(attempt + "/submit", answers(attempt));
    return attempt;
  }
  std::string today() { return base::british_date(database().now()); }
  std::string list() { return browser.get("/assessments").body; }

  test::TestBrowser hub = signed_in(cast().hub_operator);
};
INSTANTIATE_TEST_SUITE_P(Databases, WithdrawPages, test::both_databases(), test::database_name);

TEST_P(WithdrawPages, say_what_it_means_and_for_how_many_before_anything_happens) {
  pass(1);
  pass(2);
  auto other = signed_in(cast().there.officer);
  start(other, 1);
  EXPECT_THAT(hub.get(address).body, HasSubstr(at("/withdraw")));
  EXPECT_THAT(hub.get(at("/withdraw")).body, AllOf(HasSubstr("1 person has begun it in 2026/27"),
                                                   HasSubstr("1 person has passed it in 2026/27"),
                                                   HasSubstr("Nothing is deleted"), Not(HasSubstr("Ivan"))));
  EXPECT_THAT(list(), Not(HasSubstr("Withdrawn")));
}

TEST_P(WithdrawPages, take_it_from_whoever_has_nothing_in_it) {
  const auto done = withdraw();
  ASSERT_EQ(done.status, 303);
  EXPECT_THAT(hub.follow(done).body, AllOf(HasSubstr("It was withdrawn on " + today()),
                                           HasSubstr(at("/restore")), Not(HasSubstr(at("/withdraw")))));
  EXPECT_THAT(list(), HasSubstr("There is no assessment for you now"));
  EXPECT_EQ(browser.get("/assessments/exam-room-essentials").status, 404);
}

TEST_P(WithdrawPages, list_it_as_withdrawn_for_the_operator) {
  withdraw();
  EXPECT_THAT(hub.get("/operator/assessments").body,
              AllOf(HasSubstr(">Withdrawn</h2>"), HasSubstr("Withdrawn on " + today())));
  EXPECT_EQ(hub.get(at("/withdraw")).status, 303) << "it is withdrawn already";
}

TEST_P(WithdrawPages, keep_passes_results_and_certificate_readable_for_the_person) {
  const auto attempt = pass(1);
  pass(2);
  withdraw();
  const auto page = list();
  EXPECT_THAT(page, AllOf(HasSubstr("Not open to you any more"), HasSubstr("/certificates/"),
                          HasSubstr("Withdrawn on " + today() + ": you can&#39;t take it any more.")));
  EXPECT_THAT(browser.get("/assessments/exam-room-essentials").body,
              AllOf(HasSubstr("Withdrawn on"), HasSubstr("What you did in it is kept."),
                    HasSubstr(attempt + "/result"), Not(HasSubstr("/start\""))));
  EXPECT_EQ(browser.get(attempt + "/result").status, 200);
  const auto start_of_code = page.find("/certificates/") + 14;
  const auto code = page.substr(start_of_code, page.find(".pdf", start_of_code) - start_of_code);
  EXPECT_THAT(stranger().get("/verify/" + code).body, HasSubstr("genuine and current"));
}

TEST_P(WithdrawPages, keep_an_open_attempt_and_say_plainly_that_it_cannot_go_on) {
  const auto attempt = start(browser, 1);
  const auto form = answers(attempt);
  withdraw();
  const auto page = browser.get(attempt);
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("This assessment was withdrawn"), HasSubstr("It was withdrawn on " + today()),
                    HasSubstr("Your answers are kept")));
  EXPECT_EQ(browser.post(attempt + "/answers", form).status, 409);
  EXPECT_EQ(browser.post(attempt + "/submit", form).status, 409);
}

TEST_P(WithdrawPages, say_it_to_whoever_starts_it_from_a_page_that_was_open) {
  browser.get("/assessments/exam-room-essentials");
  withdraw();
  const auto page = browser.post("/assessments/exam-room-essentials/sections/1/start");
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("This assessment was withdrawn"), HasSubstr("nobody can take it any more"),
                    HasSubstr("Go to Assessments"), Not(HasSubstr("Somebody else was faster"))));
}

TEST_P(WithdrawPages, hand_in_a_timed_section_at_its_end_with_what_was_saved) {
  const auto attempt = start(browser, 2);
  browser.post(attempt + "/answers", answers(attempt));
  withdraw();
  time_runs_out(attempt);
  list();
  EXPECT_THAT(browser.get(attempt + "/result").body, AllOf(HasSubstr("Pass"), Not(HasSubstr("/start\""))));
}

TEST_P(WithdrawPages, tell_nothing_to_an_invigilator_from_whom_it_is_hidden) {
  pass(1);
  hide_from(cast().here.invigilator);
  withdraw();
  EXPECT_THAT(list(), AllOf(Not(HasSubstr("Exam room essentials")), Not(HasSubstr("Withdrawn"))));
}

TEST_P(WithdrawPages, keep_the_persons_progress_and_the_summary_of_the_year_for_the_officer) {
  pass(1);
  pass(2);
  withdraw();
  auto officer = signed_in(cast().here.officer);
  const auto person = fmt::format("/users/{}/progress", std::to_underlying(cast().here.invigilator.account));
  EXPECT_THAT(officer.get(person).body,
              AllOf(HasSubstr("<h2>Withdrawn</h2>"), HasSubstr("(withdrawn on " + today() + ")"),
                    HasSubstr("Passed"), HasSubstr("/certificates/")));
  EXPECT_THAT(officer.get(person + "/exam-room-essentials").body,
              HasSubstr("This assessment was withdrawn on " + today()));
  EXPECT_THAT(officer.get("/summary").body, Not(HasSubstr("Exam room essentials")));
  EXPECT_THAT(officer.get("/summary?year=2026%2F27").body,
              AllOf(HasSubstr("Exam room essentials"), HasSubstr("cell-passed")));
}

TEST_P(WithdrawPages, leave_no_choice_of_it_for_access_insight_and_the_report) {
  publish(test::assessment("another"));
  withdraw();
  auto admin = signed_in(cast().here.admin);
  const auto access = fmt::format("/users/{}/access", std::to_underlying(cast().here.invigilator.account));
  for (const auto& page : {access, std::string("/users/access"), std::string("/summary/questions")}) {
    EXPECT_THAT(admin.get(page).body, Not(HasSubstr("value=\"exam-room-essentials\""))) << page;
  }
  EXPECT_THAT(hub.get("/operator/report").body, HasSubstr("Exam room essentials"))
      << "the other of that title";
  hub.get("/operator/assessments/another/withdraw");
  hub.post("/operator/assessments/another/withdraw");
  EXPECT_THAT(hub.get("/operator/report").body, Not(HasSubstr("Exam room essentials")));
}

TEST_P(WithdrawPages, make_it_available_again_where_everybody_left_it) {
  const auto attempt = start(browser, 1);
  withdraw();
  const auto done = restore();
  EXPECT_THAT(hub.follow(done).body, HasSubstr("can be taken again now"));
  EXPECT_THAT(list(), HasSubstr("Continue: About before"));
  EXPECT_EQ(browser.get(attempt).status, 200);
}

TEST_P(WithdrawPages, say_on_a_draft_that_publishing_makes_it_available_again) {
  withdraw();
  hub.get(address);
  const auto version = database().read(
      [&](db::Connection& c) { return std::to_underlying(assessments::find_current(c, content.slug)->id); });
  const auto draft = hub.post(fmt::format("{}/versions/{}/draft", address, version), {{"year", "2027/28"}});
  const auto draft_address = draft.location.substr(0, draft.location.rfind('/'));
  const auto page = hub.get(draft_address).body;
  EXPECT_THAT(page, HasSubstr("Publishing makes it available again."));
  const auto done =
      hub.post(draft_address + "/publish", {{"version", "1"}, {"before", fmt::to_string(version)}});
  ASSERT_EQ(done.status, 303);
  EXPECT_THAT(hub.follow(done).body,
              AllOf(HasSubstr("It is published"), HasSubstr("can be taken again now")));
  EXPECT_THAT(list(), HasSubstr("Exam room essentials"));
}

TEST_P(WithdrawPages, are_unknown_to_everybody_else_and_for_what_was_never_published) {
  for (const auto& actor :
       {cast().here.admin, cast().here.officer, cast().here.leader, cast().here.invigilator}) {
    auto theirs = signed_in(actor);
    theirs.get("/");
    EXPECT_EQ(theirs.get(at("/withdraw")).status, 404) << actor.name;
    EXPECT_EQ(theirs.post(at("/withdraw")).status, 404) << actor.name;
    EXPECT_EQ(theirs.post(at("/restore")).status, 404) << actor.name;
  }
  hub.get("/operator/assessments");
  EXPECT_EQ(hub.get("/operator/assessments/nothing/withdraw").status, 404);
  EXPECT_EQ(hub.post("/operator/assessments/nothing/withdraw").status, 404);
  EXPECT_EQ(hub.post("/operator/assessments/nothing/restore").status, 404);
}

}  // namespace
}  // namespace authoring::pages
