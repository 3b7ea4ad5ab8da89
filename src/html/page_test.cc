#include "html/page.h"

#include <gmock/gmock.h>

#include "html/assets.h"

namespace html {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

web::Request request_of(access::Role role, bool centre_admin = false) {
  web::Request request;
  request.csrf = "the-token";
  web::Session session;
  session.actor = {.account = access::AccountId{1},
                   .centre = access::CentreId{1},
                   .role = role,
                   .centre_admin = centre_admin,
                   .name = "Siân O'Neil",
                   .centre_name = "Demo Hill School",
                   .centre_number = "10001"};
  const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  session.idle_until = now + std::chrono::minutes(30);
  session.absolute_until = now + std::chrono::hours(8);
  request.session = session;
  return request;
}

std::string body_of(const web::Request& request, const PageHead& head = {.title = "A page", .menu = "/"}) {
  return page(request, head, View("html/error.html")).body;
}

TEST(PageTest, is_a_whole_document_in_british_english) {
  const std::string html = body_of(request_of(access::Role::invigilator));
  EXPECT_TRUE(html.starts_with("<!doctype html>\n<html lang=\"en-GB\">"));
  EXPECT_THAT(html, HasSubstr("<title>A page - Exams Hub</title>"));
  EXPECT_THAT(html, HasSubstr("<h1>A page</h1>"));
  EXPECT_THAT(html, HasSubstr(stylesheet_address()));
  EXPECT_THAT(html, HasSubstr(script_address()));
}

TEST(PageTest, shows_centre_person_and_role) {
  const std::string html = body_of(request_of(access::Role::exams_officer, true));
  for (const char* part : {"Demo Hill School", "Centre 10001", "Siân O&#39;Neil", "Centre Admin"})
    EXPECT_THAT(html, HasSubstr(part));
}

TEST(PageTest, an_operator_has_no_centre_above_the_heading) {
  auto request = request_of(access::Role::hub_operator);
  request.session->actor.centre_name.clear();
  EXPECT_THAT(body_of(request), Not(HasSubstr("page-centre")));
}

TEST(PageTest, the_menu_has_only_what_the_role_may_open) {
  const std::string invigilator = body_of(request_of(access::Role::invigilator));
  EXPECT_THAT(invigilator, Not(HasSubstr("href=\"/users\"")));
  EXPECT_THAT(invigilator, Not(HasSubstr("href=\"/audit\"")));
  const std::string officer = body_of(request_of(access::Role::exams_officer));
  EXPECT_THAT(officer, HasSubstr("href=\"/users\""));
  EXPECT_THAT(officer, Not(HasSubstr("href=\"/audit\"")));
  EXPECT_THAT(body_of(request_of(access::Role::exams_officer, true)), HasSubstr("href=\"/audit\""));
}

TEST(PageTest, the_current_entry_is_marked) {
  const std::string html =
      body_of(request_of(access::Role::exams_officer), {.title = "Users", .menu = "/users"});
  EXPECT_THAT(html, HasSubstr("href=\"/users\" aria-current=\"page\""));
  EXPECT_THAT(html, Not(HasSubstr("href=\"/help\" aria-current")));
}

TEST(PageTest, forms_carry_the_token) {
  EXPECT_THAT(body_of(request_of(access::Role::invigilator)), HasSubstr("name=\"csrf\" value=\"the-token\""));
}

TEST(PageTest, tells_the_script_how_long_the_session_lasts) {
  EXPECT_THAT(body_of(request_of(access::Role::invigilator)),
              ::testing::ContainsRegex("data-idle-seconds=\"1(800|79[0-9])\""));
}

TEST(PageTest, a_session_that_is_already_over_has_no_seconds_left) {
  auto request = request_of(access::Role::invigilator);
  request.session->idle_until = base::Instant{};
  EXPECT_THAT(body_of(request), HasSubstr("data-idle-seconds=\"0\""));
}

TEST(PageTest, nobody_signed_in_gets_neither_menu_nor_sign_out) {
  const std::string html = body_of(web::Request{});
  EXPECT_THAT(html, HasSubstr("<h1>A page</h1>"));
  EXPECT_THAT(html, Not(HasSubstr("sidebar")));
  EXPECT_THAT(html, Not(HasSubstr("/sign-out")));
}

TEST(PageTest, who_must_choose_a_password_first_can_only_do_that_or_sign_out) {
  auto request = request_of(access::Role::exams_officer);
  request.session->must_change_password = true;
  const std::string html = body_of(request);
  EXPECT_THAT(html, Not(HasSubstr("sidebar")));
  EXPECT_THAT(html, HasSubstr("/sign-out"));
}

TEST(PageTest, a_refused_form_says_so_in_the_title_and_the_status) {
  const auto response = page(request_of(access::Role::exams_officer),
                             {.title = "Add a user", .menu = "", .status = 422}, View("html/error.html"));
  EXPECT_EQ(response.status, 422);
  EXPECT_THAT(response.body, HasSubstr("<title>Problem: Add a user - Exams Hub</title>"));
}

TEST(PageTest, has_its_buttons_and_the_way_back) {
  const std::string html = body_of(request_of(access::Role::exams_officer),
                                   {.title = "User Management",
                                    .menu = "/users",
                                    .actions = {{.href = "/users/add", .label = "+ Add", .primary = true}},
                                    .back_href = "/",
                                    .back_label = "Home again"});
  EXPECT_THAT(html, HasSubstr("<a class=\"btn btn-primary\" href=\"/users/add\">+ Add</a>"));
  EXPECT_THAT(html, HasSubstr("Home again"));
}

TEST(PageTest, a_waiting_page_reloads_itself_without_javascript) {
  const std::string html =
      body_of(request_of(access::Role::exams_officer), {.title = "Upload", .menu = "", .refresh_seconds = 2});
  EXPECT_THAT(html, HasSubstr("<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>"));
}

TEST(PageTest, has_no_inline_script_or_style) {
  const std::string html = body_of(request_of(access::Role::exams_officer, true));
  EXPECT_THAT(html, Not(HasSubstr("<script>")));
  EXPECT_THAT(html, Not(HasSubstr("<style")));
  EXPECT_THAT(html, Not(HasSubstr(" style=")));
  EXPECT_THAT(html, Not(::testing::ContainsRegex(" on[a-z]+=")));
}

TEST(FragmentTest, is_the_view_alone) {
  const auto response =
      fragment(request_of(access::Role::exams_officer), View("html/partials/strength.html"));
  EXPECT_EQ(response.status, 200);
  EXPECT_TRUE(response.body.starts_with("<div class=\"meter\""));
}

}  // namespace
}  // namespace html
