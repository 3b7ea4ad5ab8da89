#include "html/error_pages.h"

#include <gmock/gmock.h>

namespace html {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

web::Response shown(int status, std::string_view message = {}) {
  web::Request request;
  request.id = "req-42";
  return HtmlErrorPages().page(request, status, message);
}

class ErrorPagesTest : public ::testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Statuses, ErrorPagesTest,
                         ::testing::Values(400, 403, 404, 405, 409, 413, 422, 429, 431, 500, 503));

TEST_P(ErrorPagesTest, has_its_status_and_says_what_to_do_next) {
  const auto response = shown(GetParam());
  EXPECT_EQ(response.status, GetParam());
  EXPECT_THAT(response.body, HasSubstr("href=\"/sign-in\""));
  EXPECT_THAT(response.body, ::testing::ContainsRegex("<p class=\"lead\">[^<]+</p>\n  <p>[^<]+</p>"));
}

TEST_P(ErrorPagesTest, speaks_plainly) {
  const std::string body = shown(GetParam()).body;
  for (const char* word : {"Please", "please", "nvalid", "rror occurred", "Oops"})
    EXPECT_THAT(body, Not(HasSubstr(word)));
}

TEST(ErrorPagesTest, gives_the_reason_where_there_is_one) {
  EXPECT_THAT(shown(409, "Siân changed this user at 14:05.").body,
              HasSubstr("Siân changed this user at 14:05."));
}

TEST(ErrorPagesTest, gives_a_reference_only_where_support_can_use_it) {
  EXPECT_THAT(shown(500).body, HasSubstr("req-42"));
  EXPECT_THAT(shown(404).body, Not(HasSubstr("req-42")));
}

TEST(ErrorPagesTest, an_unlisted_status_gets_the_general_page_with_that_status) {
  EXPECT_EQ(shown(418).status, 418);
  EXPECT_THAT(shown(418).body, HasSubstr("could not read that"));
}

TEST(ErrorPagesTest, leads_somebody_signed_in_home) {
  web::Request request;
  request.session.emplace(web::Session{.actor = {.account = access::AccountId{1},
                                                 .centre = access::CentreId{1},
                                                 .role = access::Role::invigilator,
                                                 .name = "Ann",
                                                 .centre_name = "Demo Hill School",
                                                 .centre_number = "10001"},
                                       .key = "k",
                                       .csrf = "t",
                                       .idle_until = {},
                                       .absolute_until = {}});
  EXPECT_THAT(HtmlErrorPages().page(request, 404, "").body, HasSubstr("Go to Home"));
}

}  // namespace
}  // namespace html
