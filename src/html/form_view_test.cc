#include "html/form_view.h"

#include <gmock/gmock.h>

namespace html {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string summary_of(const std::vector<base::FieldError>& errors) {
  View view("html/testing/form.html");
  show_errors(view.root(), errors);
  return view.render();
}

TEST(FormViewTest, a_form_without_errors_shows_none) {
  const std::string html = summary_of({});
  EXPECT_THAT(html, Not(HasSubstr("error-summary")));
  EXPECT_THAT(html, Not(HasSubstr("has-error")));
}

TEST(FormViewTest, a_refused_field_is_marked_and_has_its_message_beside_it) {
  const std::string html = summary_of({{"first_name", "Enter the first name."}});
  EXPECT_THAT(html, HasSubstr("class=\"field has-error\""));
  EXPECT_THAT(html, HasSubstr("id=\"first_name-error\">Enter the first name.<"));
}

TEST(FormViewTest, the_summary_takes_the_focus_and_links_to_each_field) {
  const std::string html =
      summary_of({{"first_name", "Enter the first name."}, {"email", "Enter an email."}});
  EXPECT_THAT(html, HasSubstr("tabindex=\"-1\" data-focus"));
  EXPECT_THAT(html, HasSubstr("<a href=\"#first_name\">Enter the first name.</a>"));
  EXPECT_THAT(html, HasSubstr("<a href=\"#email\">Enter an email.</a>"));
}

TEST(FormViewTest, a_message_about_the_whole_form_stands_in_the_summary_without_a_link) {
  const std::string html = summary_of({{"", "The email or the password is not right."}});
  EXPECT_THAT(html, HasSubstr("<li>The email or the password is not right.</li>"));
}

TEST(FormViewTest, several_messages_of_one_field_stand_together_beside_it) {
  const std::string html = summary_of({{"first_name", "Too long."}, {"first_name", "No line breaks."}});
  EXPECT_THAT(html, HasSubstr("id=\"first_name-error\">Too long. No line breaks.<"));
}

TEST(FormViewTest, a_message_with_what_was_typed_is_escaped) {
  EXPECT_THAT(summary_of({{"first_name", "<b>\"x\"</b> is not a name."}}), Not(HasSubstr("<b>")));
}

TEST(FormViewTest, what_was_typed_is_kept) {
  View view("html/testing/form.html");
  keep_value(view.root(), "first_name", "Siân \"S\" O'Neil");
  EXPECT_THAT(view.render(), HasSubstr("value=\"Siân &quot;S&quot; O&#39;Neil\""));
}

}  // namespace
}  // namespace html
