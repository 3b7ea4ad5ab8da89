#include "features/assessments/assessment_store.h"
#include "features/attempts/pages/attempt_pages_fixture.h"

namespace authoring::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class YearsPages : public attempts::pages::OnAttemptPages {
 public:
  void pass(int section) {
    const auto attempt = start(browser, section);
    browser.post(attempt + "/submit", answers(attempt));
  }
  void next_year() {
    auto later = content;
    later.year = "2027/28";
    later.valid_until = "2028-08-31";
    publish(later);
  }
  std::string years() { return hub.get("/operator/years").body; }
  // The address that the button for the next year of the only assessment posts to.
  static std::string button(const std::string& page) {
    const auto start = page.find("action=\"/operator/assessments/") + 8;
    return page.substr(start, page.find('"', start) - start);
  }
  static std::string row_of(const std::string& page, std::string_view heading) {
    const auto start = page.find(heading);
    return page.substr(start, page.find("</table>", start) - start);
  }

  test::TestBrowser hub = signed_in(cast().hub_operator);
};
INSTANTIATE_TEST_SUITE_P(Databases, YearsPages, test::both_databases(), test::database_name);

TEST_P(YearsPages, show_what_is_current_with_the_people_who_passed_and_are_under_way) {
  pass(1);
  pass(2);
  start(*std::make_unique<test::TestBrowser>(signed_in(cast().there.invigilator)), 1);
  EXPECT_THAT(
      years(),
      AllOf(HasSubstr("2026/27, version 1<span"), HasSubstr("31 August 2027"), HasSubstr("EO, INV"),
            HasSubstr("<td data-label=\"Passed\" class=\"number\">1</td>"),
            HasSubstr("<td data-label=\"Under way\" class=\"number\">1</td>"), Not(HasSubstr("Ivan"))));
}

TEST_P(YearsPages, are_in_the_menu_of_Hub_operators_alone) {
  EXPECT_THAT(hub.get("/").body, HasSubstr("href=\"/operator/years\""));
  for (const auto& actor :
       {cast().here.admin, cast().here.officer, cast().here.leader, cast().here.invigilator}) {
    EXPECT_THAT(signed_in(actor).get("/").body, Not(HasSubstr("/operator/years"))) << actor.name;
    EXPECT_EQ(signed_in(actor).get("/operator/years").status, 404) << actor.name;
  }
}

TEST_P(YearsPages, say_what_is_not_published_for_the_newest_year_yet) {
  EXPECT_THAT(years(), Not(HasSubstr("not published for")));
  auto other = test::assessment("emergencies");
  other.title = "Emergencies";
  other.year = "2027/28";
  other.valid_until = {};
  publish(other);
  EXPECT_THAT(years(),
              AllOf(HasSubstr("1 assessment is not published for 2027/28 yet."),
                    HasSubstr("Not published for 2027/28"), HasSubstr("Write 2028/29"), HasSubstr("No end")));
}

TEST_P(YearsPages, start_the_draft_of_the_next_year_from_the_current_version) {
  const auto page = years();
  const auto draft = hub.post(button(page), {{"year", "2027/28"}});
  ASSERT_EQ(draft.status, 303);
  EXPECT_THAT(hub.follow(draft).body, AllOf(HasSubstr("value=\"2027/28\""), HasSubstr("value=\"2028-08-31\""),
                                            HasSubstr("Exam room essentials")));
  EXPECT_THAT(years(), AllOf(HasSubstr("Draft of 2027/28"), Not(HasSubstr("Write 2027/28"))));
}

TEST_P(YearsPages, take_a_year_that_is_none_as_not_said) {
  const auto draft = hub.post(button(years()), {{"year", "next year"}});
  ASSERT_EQ(draft.status, 303);
  EXPECT_THAT(hub.follow(draft).body, HasSubstr("value=\"2026/27\""));
}

TEST_P(YearsPages, keep_what_was_current_in_earlier_years) {
  pass(1);
  pass(2);
  next_year();
  const auto page = years();
  EXPECT_THAT(row_of(page, ">Current</h2>"),
              AllOf(HasSubstr("2027/28"), HasSubstr("class=\"number\">0</td>")));
  EXPECT_THAT(row_of(page, ">2026/27</h2>"),
              AllOf(HasSubstr("Exam room essentials"), HasSubstr("31 August 2027"),
                    HasSubstr("<td data-label=\"Passed\" class=\"number\">1</td>")));
}

TEST_P(YearsPages, show_what_is_withdrawn_below_and_offer_no_next_year_of_it) {
  database().write(
      [&](db::Connection& c) { assessments::withdraw(c, &cast().hub_operator, content.slug).value(); });
  EXPECT_THAT(years(), AllOf(HasSubstr("Withdrawn on " + base::british_date(database().now())),
                             Not(HasSubstr("Write 2027/28")), Not(HasSubstr(">Current</h2>"))));
}

class NewYear : public YearsPages {
 public:
  std::string summary(std::string_view query = "") {
    return signed_in(cast().here.officer).get(fmt::format("/summary{}", query)).body;
  }
  std::string progress(std::string_view query = "") {
    return signed_in(cast().here.officer)
        .get(fmt::format("/users/{}/progress{}", std::to_underlying(cast().here.invigilator.account), query))
        .body;
  }
  static std::string certificate_in(const std::string& page) {
    const auto start = page.find("/certificates/");
    return start == page.npos ? "" : page.substr(start, page.find('"', start) - start);
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, NewYear, test::both_databases(), test::database_name);

TEST_P(NewYear, starts_afresh_for_the_person_and_keeps_last_years_certificate) {
  pass(1);
  pass(2);
  next_year();
  const auto page = browser.get("/assessments").body;
  EXPECT_THAT(page,
              AllOf(HasSubstr("Not Started"), HasSubstr("Start: About before"),
                    HasSubstr("<h2>Earlier years</h2>"), HasSubstr("<td data-label=\"Year\">2026/27</td>")));
  const auto file = browser.get(certificate_in(page));
  EXPECT_EQ(file.header("content-type"), "application/pdf");
  EXPECT_THAT(
      browser.get("/assessments/exam-room-essentials?year=2026%2F27").body,
      AllOf(HasSubstr("This is the assessment of 2026/27"), HasSubstr("take this year's assessment")));
}

TEST_P(NewYear, is_said_on_the_result_page_of_the_year_before) {
  pass(1);
  next_year();
  const auto attempt = fmt::format("/attempts/{}/result", database().read([](db::Connection& c) {
    return c.exec("SELECT MAX(id) FROM attempt").at(0).integer(0);
  }));
  EXPECT_THAT(browser.get(attempt).body,
              AllOf(HasSubstr("This is your result of 2026/27"), Not(HasSubstr("/start\"")),
                    HasSubstr("href=\"/assessments/exam-room-essentials?year=2026%2F27\"")));
}

TEST_P(NewYear, keeps_the_open_attempt_of_the_year_before_and_says_why_it_cannot_be_continued) {
  const auto attempt = start(browser, 1);
  const auto form = answers(attempt);
  next_year();
  const auto page = browser.get(attempt);
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("This is last year&#39;s assessment"), HasSubstr("Your answers are kept")));
  EXPECT_EQ(browser.post(attempt + "/submit", form).status, 409);
  EXPECT_NE(start(browser, 1), attempt);
}

TEST_P(NewYear, is_apart_from_earlier_years_in_the_officers_progress_of_a_person) {
  pass(1);
  pass(2);
  next_year();
  const auto page = progress();
  EXPECT_THAT(page, AllOf(HasSubstr("<h2>Current</h2>"), HasSubstr("<h2>Earlier years</h2>"),
                          HasSubstr("do not count for this one"), HasSubstr("<option value=\"2026/27\">")));
  const auto chosen = progress("?year=2026%2F27");
  EXPECT_THAT(chosen,
              AllOf(HasSubstr("<h2>2026/27</h2>"), HasSubstr("Passed"), Not(HasSubstr("<h2>Current</h2>")),
                    Not(HasSubstr("Not Started")), HasSubstr("/certificates/")));
  EXPECT_THAT(progress("?year=1999%2F00"), HasSubstr("<h2>Current</h2>"));
  EXPECT_THAT(signed_in(cast().here.officer)
                  .get(fmt::format("/users/{}/progress/exam-room-essentials?year=2026%2F27",
                                   std::to_underlying(cast().here.invigilator.account)))
                  .body,
              HasSubstr("This is of 2026/27, an earlier year."));
}

TEST_P(NewYear, leaves_the_year_before_as_a_choice_of_the_summary_and_its_downloads) {
  pass(1);
  pass(2);
  next_year();
  EXPECT_THAT(summary(),
              AllOf(HasSubstr("<option value=\"2026/27\">2026/27</option>"), Not(HasSubstr("cell-passed"))));
  const auto page = summary("?year=2026%2F27");
  EXPECT_THAT(
      page,
      AllOf(HasSubstr("How people stand in the assessments of <strong>2026/27</strong>"),
            HasSubstr("cell-passed"), HasSubstr("/progress/exam-room-essentials?year=2026%2F27"),
            HasSubstr("/summary.xlsx?year=2026%2F27"), HasSubstr("/summary/certificates?year=2026%2F27")));
  auto officer = signed_in(cast().here.officer);
  EXPECT_THAT(
      officer.get("/summary.csv?year=2026%2F27").body,
      AllOf(HasSubstr("Exam room essentials 2026/27"), HasSubstr("Passed "), Not(HasSubstr("2027/28"))));
  EXPECT_THAT(officer.get("/summary/certificates?year=2026%2F27").body,
              AllOf(HasSubstr("1 certificate"), HasSubstr("certificates of 2026/27")));
  EXPECT_THAT(officer.get("/summary/certificates").body, HasSubstr("No certificates to download"));
}

TEST_P(NewYear, shows_another_centre_nothing_of_this_ones_year_before) {
  pass(1);
  pass(2);
  next_year();
  EXPECT_THAT(signed_in(cast().there.officer).get("/summary?year=2026%2F27").body,
              AllOf(Not(HasSubstr("cell-passed")), Not(HasSubstr("Ivan Invigilator\"")),
                    Not(HasSubstr("here.example"))));
}

}  // namespace
}  // namespace authoring::pages
