#include <gmock/gmock.h>

#include "support/page/test_browser.h"

namespace accounts::pages {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class PasswordMeter : public test::PageTest {
 public:
  test::Answer read(const test::FormFields& fields) {
    auto browser = signed_in(cast().here.officer);
    browser.get("/users/add");
    return browser.post("/account/password/strength", fields);
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, PasswordMeter, test::both_databases(), test::database_name);

TEST_P(PasswordMeter, answers_a_fragment_with_the_score_and_advice_without_the_password) {
  const auto answer = read({{"password", "password1234"}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("data-score=\"0\""), HasSubstr("Use four or more words"),
                                 Not(HasSubstr("password1234")), Not(HasSubstr("<html"))));
}

TEST_P(PasswordMeter, has_no_advice_for_a_strong_password) {
  EXPECT_THAT(read({{"password", "correct horse battery staple"}}).body,
              AllOf(HasSubstr("data-score=\"4\""), HasSubstr("Very strong."), Not(HasSubstr("Use "))));
}

TEST_P(PasswordMeter, knows_the_names_and_the_email_that_stand_in_the_form) {
  EXPECT_THAT(
      read({{"first_name", "Bartholomew"}, {"last_name", "Ffoulkes"}, {"password", "BartholomewFfoulkes"}})
          .body,
      HasSubstr("built on a name"));
}

TEST_P(PasswordMeter, reads_new_password_where_the_form_has_that) {
  EXPECT_THAT(read({{"current_password", "x"}, {"new_password", "correct horse battery staple"}}).body,
              HasSubstr("data-score=\"4\""));
}

TEST_P(PasswordMeter, tells_that_the_length_is_not_right_whatever_the_strength) {
  EXPECT_THAT(read({{"password", "xT9#kQ2$vLp"}}).body, HasSubstr("at least 12 characters"));
}

TEST_P(PasswordMeter, says_nothing_about_an_empty_field) {
  EXPECT_EQ(read({{"password", ""}}).body, "");
}

TEST_P(PasswordMeter, answers_nobody_who_is_not_signed_in) {
  EXPECT_EQ(stranger().post("/account/password/strength", {{"password", "x"}}).status, 403);
}

}  // namespace
}  // namespace accounts::pages
