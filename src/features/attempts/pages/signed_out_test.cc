// Answers that were sent after their session had ended.
#include "features/attempts/pages/attempt_pages_fixture.h"

namespace attempts::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class SignedOutAnswers : public OnAttemptPages {
 public:
  SignedOutAnswers() { browser.set_header("sec-fetch-site", "same-origin"); }

  void every_session_ends() {
    database().write([](db::Connection& c) { c.exec("DELETE FROM session"); });
  }

  // With what the page carries, as a browser without a script sends it.
  test::Answer sign_in_with(const test::Answer& page, const access::Actor& actor) {
    const auto email = database().read([&](db::Connection& c) {
      return c.exec("SELECT email FROM account WHERE id = ?", actor.account).at(0).text(0);
    });
    return browser.post("/sign-in", {{"email", email},
                                     {"password", std::string(test::cast_password)},
                                     {"next", hidden(page, "next")},
                                     {"carried", hidden(page, "carried")}});
  }

  static std::string hidden(const test::Answer& page, const std::string& name) {
    const auto mark = "name=\"" + name + "\" value=\"";
    const auto at = page.body.find(mark);
    if (at == std::string::npos) return {};
    const auto start = at + mark.size();
    return page.body.substr(start, page.body.find('"', start) - start);
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, SignedOutAnswers, test::both_databases(), test::database_name);

TEST_P(SignedOutAnswers, go_through_the_sign_in_and_are_there_after_it) {
  for (const auto* below : {"/submit", "/answers"}) {
    const auto attempt = start(browser, below == std::string_view("/submit") ? 1 : 2);
    const auto form = answers(attempt);
    every_session_ends();
    const auto page = browser.post(attempt + below, form);
    EXPECT_EQ(page.status, 403);
    EXPECT_THAT(page.body, AllOf(HasSubstr("action=\"/sign-in\""), HasSubstr("You are signed out.")));
    const auto after = sign_in_with(page, cast().here.invigilator);
    EXPECT_EQ(after.location, attempt + "?saved=1#hand-in");
    EXPECT_EQ(paper(attempt).answers.size(), 3U);
    EXPECT_FALSE(paper(attempt).handed_in());
    EXPECT_THAT(browser.get(attempt).body, HasSubstr(" checked"));
  }
}

TEST_P(SignedOutAnswers, stay_on_the_page_after_a_wrong_password) {
  const auto attempt = start(browser, 1);
  every_session_ends();
  const auto page = browser.post(attempt + "/submit", answers(attempt));
  const auto again = browser.post("/sign-in", {{"email", "nobody@here.example"},
                                               {"password", "wrong"},
                                               {"next", hidden(page, "next")},
                                               {"carried", hidden(page, "carried")}});
  EXPECT_EQ(hidden(again, "carried"), hidden(page, "carried"));
  EXPECT_EQ(sign_in_with(again, cast().here.invigilator).location, attempt + "?saved=1#hand-in");
}

TEST_P(SignedOutAnswers, are_never_given_to_somebody_else) {
  const auto attempt = start(browser, 1);
  every_session_ends();
  const auto page = browser.post(attempt + "/submit", answers(attempt));
  EXPECT_EQ(sign_in_with(page, cast().here.leader).location, "/");
  EXPECT_THAT(paper(attempt).answers, IsEmpty());
}

TEST_P(SignedOutAnswers, are_in_no_address) {
  const auto attempt = start(browser, 1);
  every_session_ends();
  const auto page = browser.post(attempt + "/submit", answers(attempt));
  EXPECT_EQ(hidden(page, "next"), attempt);
  EXPECT_THAT(page.location, IsEmpty());
}

TEST_P(SignedOutAnswers, from_another_site_or_from_nobody_knows_where_are_not_carried) {
  const auto attempt = start(browser, 1);
  every_session_ends();
  for (const auto* site : {"cross-site", ""}) {
    browser.set_header("sec-fetch-site", site);
    const auto page = browser.post(attempt + "/submit", answers(attempt));
    EXPECT_EQ(page.status, 403);
    EXPECT_THAT(page.body, Not(HasSubstr("name=\"carried\"")));
  }
}

TEST_P(SignedOutAnswers, that_are_too_many_are_not_carried_and_the_page_says_so) {
  const auto attempt = start(browser, 1);
  every_session_ends();
  test::FormFields form;
  for (int i = 0; i < 2000; ++i) form.emplace_back(fmt::format("q{}", i), "1234567");
  const auto page = browser.post(attempt + "/submit", form);
  EXPECT_THAT(page.body, AllOf(HasSubstr("too much to keep here"), Not(HasSubstr("name=\"carried\""))));
}

TEST_P(SignedOutAnswers, whose_time_ended_meanwhile_do_not_count_and_it_is_said) {
  const auto attempt = start(browser, 2);
  every_session_ends();
  const auto page = browser.post(attempt + "/submit", answers(attempt));
  time_runs_out(attempt);
  EXPECT_EQ(sign_in_with(page, cast().here.invigilator).location, attempt + "/result?late=1");
}

}  // namespace
}  // namespace attempts::pages
