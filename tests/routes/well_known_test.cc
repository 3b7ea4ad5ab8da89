#include "app/well_known.h"

#include <gmock/gmock.h>

#include "base/instant.h"
#include "support/page/test_browser.h"

namespace test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string security_txt(std::string email, std::string url) {
  return app::security_txt(std::move(email), std::move(url))({}).body;
}

class WellKnownTest : public PageTest {};
INSTANTIATE_TEST_SUITE_P(Databases, WellKnownTest, both_databases(), database_name);

TEST_P(WellKnownTest, tells_anyone_whom_to_tell_of_a_weakness) {
  auto anyone = stranger();
  const auto answer = anyone.get("/.well-known/security.txt");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "text/plain; charset=utf-8");
  EXPECT_THAT(answer.body, StartsWith("Contact: mailto:contact@theexamsoffice.com\nExpires: "));
}

TEST_P(WellKnownTest, leads_password_managers_to_the_own_password) {
  auto nobody = stranger();
  const auto answer = nobody.get("/.well-known/change-password");
  EXPECT_EQ(answer.location, "/account/password");
  EXPECT_EQ(nobody.follow(answer).location, "/sign-in?next=%2Faccount%2Fpassword");
  auto person = signed_in(cast().here.invigilator);
  EXPECT_EQ(person.follow(person.get("/.well-known/change-password")).status, 200);
}

TEST_P(WellKnownTest, has_nothing_else) {
  // By which password managers tell whether a site answers 200 to everything.
  auto anyone = stranger();
  EXPECT_EQ(
      anyone.get("/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200").status,
      404);
}

TEST(SecurityTxt, expires_within_a_year_and_not_soon) {
  const auto text = security_txt("help@example.org", "https://hub.example.org");
  const auto in = [](int days) {
    return "Expires: " +
           base::iso_utc(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) +
                         std::chrono::days{days});
  };
  EXPECT_THAT(text, HasSubstr(in(180)));
}

TEST(SecurityTxt, names_the_public_address_where_there_is_no_email) {
  EXPECT_THAT(security_txt("", "https://hub.example.org"),
              AllOf(StartsWith("Contact: https://hub.example.org\n"),
                    HasSubstr("Canonical: https://hub.example.org/.well-known/security.txt\n")));
  EXPECT_THAT(security_txt("help@example.org", "http://127.0.0.1:8080"), Not(HasSubstr("Canonical")));
}

}  // namespace
}  // namespace test
