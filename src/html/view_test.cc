#include "html/view.h"

#include <gmock/gmock.h>

namespace html {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ViewTest, escapes_text_for_html) {
  View view("html/partials/empty.html");
  view.set("TITLE", "<script>alert(1)</script>").set("TEXT", "O'Neil & Łukasz 李");
  const std::string html = view.render();
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(html, HasSubstr("&amp; Łukasz 李"));
  EXPECT_THAT(html, Not(HasSubstr("<script>")));
}

TEST(ViewTest, keeps_a_value_inside_its_attribute) {
  View view("html/testing/link.html");
  view.set("TIP", "\" onmouseover=\"alert(1)").set("HREF", "/users/1/edit");
  EXPECT_THAT(view.render(), Not(HasSubstr("\" onmouseover=\"")));
}

TEST(ViewTest, makes_a_dangerous_address_harmless) {
  View view("html/testing/link.html");
  view.set("HREF", "javascript:alert(1)");
  EXPECT_THAT(view.render(), Not(HasSubstr("javascript:")));
}

TEST(ViewTest, writes_numbers_as_digits) {
  View view("html/partials/strength.html");
  view.set("SCORE", std::int64_t{3});
  EXPECT_THAT(view.render(), HasSubstr("data-score=\"3\""));
}

TEST(ViewTest, shows_a_section_once_for_each_round_and_not_at_all_without) {
  View none("html/partials/error_summary.html");
  EXPECT_THAT(none.render(), Not(HasSubstr("<li>")));

  View two("html/partials/error_summary.html");
  two.add("ERROR").add("PLAIN").set("MESSAGE", "first");
  two.add("ERROR").add("PLAIN").set("MESSAGE", "second");
  const std::string html = two.render();
  EXPECT_LT(html.find("first"), html.find("second"));
}

TEST(ViewTest, shows_a_section_only_under_its_condition) {
  View view("html/error.html");
  view.show_if("TO_HOME", true).show_if("TO_SIGN_IN", false);
  EXPECT_THAT(view.render(), HasSubstr("Go to Home"));
  EXPECT_THAT(view.render(), Not(HasSubstr("Go to sign in")));
}

TEST(ViewTest, an_included_template_sees_its_own_and_the_shared_values_only) {
  View view("html/signed_out.html");
  view.set("TITLE", "of the outer");
  view.share("CSRF", "shared-token");
  view.include("HEAD", "html/partials/head.html");
  const std::string html = view.render();
  EXPECT_THAT(html, HasSubstr("content=\"shared-token\""));
  EXPECT_THAT(html, HasSubstr("<title> - Exams Hub</title>"));
}

TEST(ViewTest, fills_a_layout_around_the_view) {
  View view("html/partials/empty.html");
  view.set("TITLE", "inside");
  view.layout().set("TITLE", "around");
  const std::string html = view.render_in("html/signed_out.html");
  EXPECT_THAT(html, HasSubstr("<h1>around</h1>"));
  EXPECT_THAT(html, HasSubstr("inside"));
}

TEST(ViewTest, refuses_a_template_that_is_not_there) {
  EXPECT_THROW(View("html/no_such.html"), std::logic_error);
  View view("html/error.html");
  EXPECT_THROW(view.include("PAGING", "html/partials/no_such.html"), std::logic_error);
}

}  // namespace
}  // namespace html
