#include "html/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace html {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string block(std::string_view source) {
  return std::string(markdown(source).text());
}
std::string line(std::string_view source) {
  return std::string(inline_markdown(source).text());
}

TEST(Markdown, becomes_paragraphs_lists_and_emphasis) {
  EXPECT_EQ(block("Read *this*.\n\n- one\n- **two**"),
            "<p>Read <em>this</em>.</p>\n<ul>\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>\n");
}

TEST(Markdown, puts_its_headings_below_those_of_the_page) {
  EXPECT_EQ(block("# One\n\n## Two"), "<h2>One</h2>\n<h3>Two</h3>\n");
  EXPECT_EQ(markdown("# One", 4).text(), "<h4>One</h4>\n");
  EXPECT_EQ(markdown("###### Six", 4).text(), "<h6>Six</h6>\n");
}

TEST(Markdown, escapes_what_html_would_read_as_markup) {
  EXPECT_EQ(block("5 < 6 & \"7\""), "<p>5 &lt; 6 &amp; &quot;7&quot;</p>\n");
}

TEST(Markdown, shows_raw_html_as_text) {
  for (const auto* source :
       {"<script>alert(1)</script>", "a <script>alert(1)</script> b", "<img src=x onerror=alert(1)>",
        "a <b onclick=\"x\">b</b>", "<!-- c -->", "<svg/onload=alert(1)>",
        "<iframe src=\"javascript:alert(1)\"></iframe>", "- <style>*{}</style>", "<?php x ?>",
        "<![CDATA[ x ]]>", "> <form action=/sign-out method=post>", "<div>\n\n*text*\n\n</div>"}) {
    for (const auto& html : {block(source), line(source)}) {
      for (const auto* tag :
           {"<script", "<img", "<b ", "<!--", "<svg", "<iframe", "<style", "<?", "<![", "<form", "<div"}) {
        EXPECT_THAT(html, Not(HasSubstr(tag))) << source;
      }
      EXPECT_THAT(html, HasSubstr("&lt;")) << source;
    }
  }
}

TEST(Markdown, links_to_web_pages_mail_and_pages_of_the_hub) {
  EXPECT_EQ(line("[JCQ](https://www.jcq.org.uk/)"), "<a href=\"https://www.jcq.org.uk/\">JCQ</a>");
  EXPECT_EQ(line("[us](MAILTO:exams@school.example)"), "<a href=\"MAILTO:exams@school.example\">us</a>");
  EXPECT_EQ(line("[form](/resources/7)"), "<a href=\"/resources/7\">form</a>");
  EXPECT_EQ(line("<https://www.jcq.org.uk/>"),
            "<a href=\"https://www.jcq.org.uk/\">https://www.jcq.org.uk/</a>");
}

TEST(Markdown, keeps_only_the_words_of_any_other_link) {
  for (const auto* source :
       {"[click](javascript:alert(1))", "[click](JaVaScRiPt:alert(1))", "[click](<java\tscript:alert(1)>)",
        "[click](&#106;avascript:alert(1))", "[click](vbscript:x)",
        "[click](data:text/html;base64,PHNjcmlwdD4=)", "[click](file:///etc/passwd)",
        "[click](//elsewhere.example)", "[click](/\\elsewhere.example)", "[click](page)",
        "[click](\x01javascript:alert(1))", "[click][r]\n\n[r]: javascript:alert(1)"}) {
    EXPECT_THAT(block(source), Not(HasSubstr("href"))) << source;
    EXPECT_THAT(line(source), HasSubstr("click")) << source;
  }
}

TEST(Markdown, cannot_break_out_of_the_address_or_title_of_a_link) {
  const auto html = line("[a](https://x.example/\"onmouseover=alert(1) 'b\"c<d>')");
  EXPECT_THAT(html, Not(HasSubstr("\"onmouseover")));
  EXPECT_THAT(line("[a](https://x.example \"t\\\" onclick=x\")"), Not(HasSubstr("\" onclick")));
}

TEST(Markdown, shows_the_words_of_a_picture_and_no_picture) {
  EXPECT_EQ(line("![A *seating* plan](https://x.example/p.png)"), "A <em>seating</em> plan");
  EXPECT_EQ(line("[![plan](p.png)](https://x.example)"), "<a href=\"https://x.example\">plan</a>");
}

TEST(Markdown, in_a_legend_has_no_blocks) {
  EXPECT_EQ(line("Who may *enter*?"), "Who may <em>enter</em>?");
  EXPECT_EQ(line("First.\n\nSecond."), "First.<br />\nSecond.");
  EXPECT_EQ(line("Choose:\n\n1. one\n2. two\n\n- three"),
            "Choose:<br />\n1. one<br />\n2. two<br />\n• three");
  EXPECT_EQ(line("# Title\n\n    code <x>"), "Title<br />\n<code>code &lt;x&gt;\n</code>");
  EXPECT_EQ(line(""), "");
}

TEST(Markdown, as_plain_text_has_no_marks) {
  EXPECT_EQ(plain_markdown("Who *may* `enter` the\nroom?\n\n- [one](https://x.example)\n- <b>two</b>"),
            "Who may enter the room?\n• one\n• <b>two</b>");
}

TEST(Markdown, takes_broken_utf8_and_odd_nesting_without_harm) {
  EXPECT_THAT(block("a \xFF b"), HasSubstr("\xEF\xBF\xBD"));
  for (const std::string piece : {">", "- ", "[", "![", "*", "`", "<", "&", "\n>", "[](", "**a"}) {
    std::string source;
    while (source.size() < 20'000) source += piece;
    EXPECT_FALSE(block(source).empty() && line(source).empty());
  }
}

TEST(Markdown, stands_in_a_page_as_it_is) {
  View view("html/testing/reading.html");
  include_safe_html(view.root(), "READING", markdown("*this* & <b>"));
  EXPECT_EQ(view.render(), "<div><p><em>this</em> &amp; &lt;b&gt;</p>\n</div>\n");
}

}  // namespace
}  // namespace html
