#include "html/templates.h"

#include <ctemplate/template_dictionary.h>
#include <gmock/gmock.h>

#include "html/view.h"

namespace html {
namespace {

void parse(std::string_view text) {
  ctemplate::TemplateCache cache;
  const embedded::File one{"one.html", text};
  parse_templates({&one, 1}, cache);
}

TEST(TemplatesTest, all_that_are_compiled_in_parse) {
  EXPECT_NO_THROW(load_templates());
  EXPECT_GT(embedded::templates().size(), 5U);
}

TEST(TemplatesTest, one_without_autoescape_is_refused) {
  EXPECT_THROW(parse("<p>{{NAME}}</p>\n"), std::logic_error);
  EXPECT_THROW(parse("\n{{%AUTOESCAPE context=\"HTML\"}}\n<p>{{NAME}}</p>\n"), std::logic_error);
}

TEST(TemplatesTest, one_that_does_not_parse_is_refused) {
  EXPECT_THROW(parse("{{%AUTOESCAPE context=\"HTML\"}}\n{{#OPEN}}<p>\n"), std::logic_error);
  EXPECT_THROW(parse("{{%AUTOESCAPE context=\"HTML\"}}\n<p class=\"{{NAME}\">\n"), std::logic_error);
}

TEST(TemplatesTest, words_on_neighbouring_lines_stay_apart) {
  ctemplate::TemplateCache cache;
  const embedded::File one{"one.html", "{{%AUTOESCAPE context=\"HTML\"}}\n<p>Exams\nHub</p>\n"};
  parse_templates({&one, 1}, cache);
  ctemplate::TemplateDictionary empty("empty");
  std::string html;
  ASSERT_TRUE(cache.ExpandWithData("one.html", template_strip, &empty, nullptr, &html));
  EXPECT_EQ(html, "<p>Exams\nHub</p>\n");
}

}  // namespace
}  // namespace html
