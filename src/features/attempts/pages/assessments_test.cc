#include "features/attempts/pages/attempt_pages_fixture.h"

namespace attempts::pages {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

class AssessmentsPage : public OnAttemptPages {
 public:
  std::string list() { return browser.get("/assessments").body; }
  void pass(int section) {
    const auto attempt = start(browser, section);
    browser.post(attempt + "/submit", answers(attempt));
  }
  void next_year() {
    auto later = content;
    later.year = "2027/28";
    later.valid_until = {};
    publish(later);
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, AssessmentsPage, test::both_databases(), test::database_name);

TEST_P(AssessmentsPage, lists_what_this_person_may_take_with_status_result_and_what_is_next) {
  EXPECT_THAT(list(), AllOf(HasSubstr("href=\"/assessments/exam-room-essentials\""),
                            HasSubstr("Exam room essentials"), HasSubstr("Not Started"), HasSubstr(">0/2<"),
                            HasSubstr("Start: About before")));
}

TEST_P(AssessmentsPage, is_in_the_menu_of_everybody_but_the_operator) {
  for (const auto& actor :
       {cast().here.admin, cast().here.officer, cast().here.leader, cast().here.invigilator}) {
    EXPECT_THAT(signed_in(actor).get("/").body, HasSubstr("href=\"/assessments\"")) << actor.name;
  }
  EXPECT_THAT(signed_in(cast().hub_operator).get("/").body, Not(HasSubstr("href=\"/assessments\"")));
  EXPECT_EQ(signed_in(cast().hub_operator).get("/assessments").status, 403);
}

TEST_P(AssessmentsPage, shows_what_is_begun_and_what_to_continue) {
  start(browser, 2);
  EXPECT_THAT(list(), AllOf(HasSubstr("Started"), HasSubstr(">0/2<"), HasSubstr("Continue: About during")));
}

TEST_P(AssessmentsPage, counts_the_sections_passed_and_names_the_next) {
  pass(1);
  EXPECT_THAT(list(), AllOf(HasSubstr(">1/2<"), HasSubstr("Start: About during")));
}

TEST_P(AssessmentsPage, shows_a_passed_one_with_the_day) {
  pass(1);
  pass(2);
  EXPECT_THAT(list(), AllOf(HasSubstr("Passed"), HasSubstr(">2/2<"),
                            HasSubstr("Finished on " + base::british_date(database().now()))));
}

TEST_P(AssessmentsPage, links_to_the_certificate_of_a_passed_one_and_of_no_other) {
  pass(1);
  EXPECT_THAT(list(), Not(HasSubstr("/certificates/")));
  pass(2);
  EXPECT_THAT(list(), AllOf(ContainsRegex("href=\"/certificates/[^\"]+\\.pdf\""),
                            HasSubstr("Certificate: Exam room essentials")));
  EXPECT_THAT(signed_in(cast().here.officer).get("/assessments").body, Not(HasSubstr("/certificates/")));
}

TEST_P(AssessmentsPage, keeps_the_certificate_of_a_hidden_one_without_its_name) {
  pass(1);
  pass(2);
  hide_from(cast().here.invigilator);
  EXPECT_THAT(list(), AllOf(ContainsRegex("href=\"/certificates/[^\"]+\\.pdf\""),
                            HasSubstr("Your certificate of"), Not(HasSubstr("Exam room essentials"))));
}

TEST_P(AssessmentsPage, hands_in_first_what_ran_out_of_time) {
  time_runs_out(start(browser, 2));
  EXPECT_THAT(list(), AllOf(Not(HasSubstr("Continue:")), HasSubstr("Started")));
}

TEST_P(AssessmentsPage, costs_the_same_queries_for_one_assessment_and_for_five) {
  const auto queries = [&] {
    const auto before = database().statements_executed();
    list();
    return database().statements_executed() - before;
  };
  pass(1);
  next_year();
  list();
  const auto for_one = queries();
  for (const auto* slug : {"second", "third", "fourth", "fifth"}) publish(test::assessment(slug));
  list();
  EXPECT_EQ(queries(), for_one);
}

// Every visit once read all that is published again.
TEST_P(AssessmentsPage, reads_what_was_published_on_the_first_visit_alone) {
  const auto queries = [&] {
    const auto before = database().statements_executed();
    list();
    return database().statements_executed() - before;
  };
  list();
  publish(test::assessment("second"));
  const auto first = queries();
  EXPECT_EQ(first - queries(), 4U) << "the version, its sections, its questions, their options";
}

TEST_P(AssessmentsPage, says_so_where_there_is_nothing) {
  EXPECT_THAT(signed_in(cast().here.leader).get("/assessments").body,
              AllOf(HasSubstr("There is no assessment for you now"), Not(HasSubstr("Exam room essentials"))));
}

TEST_P(AssessmentsPage, does_not_name_a_begun_one_that_was_hidden_but_says_that_it_is_kept) {
  start(browser, 1);
  hide_from(cast().here.invigilator);
  EXPECT_THAT(list(),
              AllOf(Not(HasSubstr("Exam room essentials")), Not(HasSubstr("exam-room-essentials")),
                    HasSubstr("1 assessment that you began is not open to you now. What you did is kept.")));
}

TEST_P(AssessmentsPage, shows_last_years_below_as_last_years) {
  pass(1);
  next_year();
  const auto page = list();
  EXPECT_THAT(page, AllOf(HasSubstr("Not Started"), HasSubstr("<h2>Earlier years</h2>"), HasSubstr("2026/27"),
                          HasSubstr("/assessments/exam-room-essentials?year=2026%2F27")));
  EXPECT_LT(page.find(">0/2<"), page.find(">1/2<"));
}

TEST_P(AssessmentsPage, says_in_plain_words_what_is_kept_of_last_years) {
  pass(1);
  next_year();
  EXPECT_THAT(list(), HasSubstr("but you can look at it and keep your certificates."));
}

TEST_P(AssessmentsPage, does_not_name_last_years_of_a_hidden_one) {
  pass(1);
  next_year();
  hide_from(cast().here.invigilator);
  EXPECT_THAT(list(), Not(HasSubstr("Exam room essentials")));
  EXPECT_EQ(browser.get("/assessments/exam-room-essentials?year=2026%2F27").status, 404);
}

TEST_P(AssessmentsPage, shows_nothing_of_anybody_else) {
  pass(1);
  EXPECT_THAT(signed_in(cast().here.officer).get("/assessments").body, HasSubstr("Not Started"));
}

}  // namespace
}  // namespace attempts::pages
