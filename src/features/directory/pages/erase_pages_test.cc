#include <gmock/gmock.h>

#include "features/assessments/publishing.h"
#include "features/assessments/test_content.h"
#include "features/certificates/certificate_store.h"
#include "support/page/test_browser.h"

namespace directory::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ErasePages : public test::PageTest {
 public:
  std::string here(std::string_view rest = "") {
    return fmt::format("/operator/centres/{}{}", std::to_underlying(cast().here.admin.centre), rest);
  }
  void close(std::string_view keep_until) {
    database().write([&](db::Connection& c) {
      c.exec("UPDATE centre SET closed_at = 1000, keep_until = ? WHERE id = ?", keep_until,
             cast().here.admin.centre);
    });
  }
  // Of the first centre's invigilator: its code.
  std::string certificate() {
    const auto& owner = cast().here.invigilator;
    certificates::IssueAtPass issue;
    return database().write([&](db::Connection& c) {
      assessments::publish(c, test::assessment(), nullptr).value();
      issue.passed(c, {owner.centre, owner.account, test::assessment().slug, "2026/27", 1, c.now()});
      return c.exec("SELECT code FROM certificate WHERE account_id = ?", owner.account).at(0).text(0);
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, ErasePages, test::both_databases(), test::database_name);

TEST_P(ErasePages, tell_to_close_an_open_centre_first_and_erase_nothing) {
  auto browser = hub_browser();
  EXPECT_THAT(browser.get(here()).body, Not(HasSubstr(here("/erase"))));
  for (const auto& page :
       {browser.get(here("/erase")), browser.post(here("/erase"), {{"confirm", "ERASE"}})}) {
    EXPECT_EQ(page.status, 409);
    EXPECT_THAT(page.body, AllOf(HasSubstr("Only a closed centre can be erased"), HasSubstr(here("/close")),
                                 Not(HasSubstr("name=\"confirm\""))));
  }
  EXPECT_EQ(browser.get(here()).status, 200);
}

TEST_P(ErasePages, say_what_goes_and_what_stays) {
  certificate();
  close("2020-08-31");
  auto browser = hub_browser();
  EXPECT_THAT(browser.get(here()).body, HasSubstr("may be erased now"));
  EXPECT_THAT(browser.get(here("/erase")).body,
              AllOf(HasSubstr("4 people"), HasSubstr("0 attempts"), HasSubstr("1 certificate:"),
                    HasSubstr("every backup that was made before"), Not(HasSubstr("name=\"reason\""))));
}

TEST_P(ErasePages, erase_a_centre_only_with_the_typed_word_and_know_it_no_more) {
  const auto code = certificate();
  auto visitor = stranger();
  EXPECT_THAT(visitor.get("/verify/" + code).body, HasSubstr("Ivan Invigilator"));
  close("2020-08-31");
  auto browser = hub_browser();
  const auto refused = browser.post(here("/erase"), {{"confirm", "erase"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("id=\"confirm-error\""));

  const auto erased = browser.post(here("/erase"), {{"confirm", "ERASE"}});
  ASSERT_EQ(erased.status, 303) << erased.body;
  EXPECT_THAT(browser.follow(erased).body,
              AllOf(HasSubstr("The centre is erased"), Not(HasSubstr("Demo Hill School")),
                    HasSubstr("Other Valley College")));
  EXPECT_EQ(browser.get(here()).status, 404);
  EXPECT_EQ(browser.post(here("/erase"), {{"confirm", "ERASE"}}).status, 404);
  EXPECT_THAT(visitor.get("/verify/" + code).body, Not(HasSubstr("Ivan Invigilator")));
  EXPECT_NE(stranger().sign_in("officer@here.example").status, 303);
  EXPECT_EQ(stranger().sign_in("officer@there.example").status, 303);
}

TEST_P(ErasePages, let_an_erased_centres_number_be_added_again) {
  close("2020-08-31");
  auto browser = hub_browser();
  ASSERT_EQ(browser.post(here("/erase"), {{"confirm", "ERASE"}}).status, 303);
  const auto added = browser.post("/operator/centres/add", {{"number", "10001"},
                                                            {"name", "Another School"},
                                                            {"first_name", "Nia"},
                                                            {"last_name", "Newbury"},
                                                            {"email", "admin@here.example"},
                                                            {"password", "seven purple otters dance"}});
  ASSERT_EQ(added.status, 303) << added.body;
  EXPECT_THAT(browser.follow(added).body, HasSubstr("Another School"));
}

TEST_P(ErasePages, warn_before_the_last_day_of_keeping_and_ask_why_keeping_what_was_typed) {
  close("2999-08-31");
  auto browser = hub_browser();
  EXPECT_THAT(browser.get(here("/erase")).body,
              AllOf(HasSubstr("were to be kept until 31 August 2999"), HasSubstr("name=\"reason\"")));
  const auto both = browser.post(here("/erase"));
  EXPECT_EQ(both.status, 422);
  EXPECT_THAT(both.body, AllOf(HasSubstr("id=\"reason-error\""), HasSubstr("id=\"confirm-error\"")));
  EXPECT_THAT(browser.post(here("/erase"), {{"reason", "They left & asked"}, {"confirm", "x"}}).body,
              AllOf(HasSubstr("value=\"They left &amp; asked\""), Not(HasSubstr("id=\"reason-error\""))));
  EXPECT_EQ(browser.post(here("/erase"), {{"reason", "They left & asked"}, {"confirm", "ERASE"}}).status,
            303);
  EXPECT_EQ(browser.get(here()).status, 404);
}

TEST_P(ErasePages, mark_and_find_the_centres_that_may_be_erased) {
  auto browser = hub_browser();
  EXPECT_THAT(browser.get("/operator/centres?state=due").body,
              HasSubstr("No closed centre may be erased yet"));
  close("2020-08-31");
  EXPECT_THAT(
      browser.get("/operator/centres?state=due").body,
      AllOf(HasSubstr("Demo Hill School"), HasSubstr("Kept until 31 August 2020: <strong>may be erased"),
            Not(HasSubstr("Other Valley College"))));
}

TEST_P(ErasePages, are_unknown_to_everybody_but_a_Hub_operator) {
  close("2020-08-31");
  auto browser = signed_in(cast().there.admin);
  EXPECT_EQ(browser.get(here("/erase")).status, 404);
  EXPECT_EQ(browser.post(here("/erase"), {{"confirm", "ERASE"}}).status, 404);
  EXPECT_EQ(browser.get(here("/keep")).status, 404);
  EXPECT_EQ(hub_browser().get(here()).status, 200);
}

}  // namespace
}  // namespace directory::pages
