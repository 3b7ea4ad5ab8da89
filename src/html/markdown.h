// Markdown (CommonMark) as HTML that is safe to show whoever wrote it: raw HTML becomes text, a picture
// becomes its words, and a link stays one only to http, https, mailto or a page of the Hub.
//
//   html::include_safe_html(view.root(), "READING", html::markdown(section.reading));   // {{>READING}} in
//   the template
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "html/view.h"

namespace html {

// HTML that was made here and nowhere else: nobody can build one from a string.
class SafeHtml {
 public:
  std::string_view text() const { return html_; }

 private:
  explicit SafeHtml(std::string html) : html_(std::move(html)) {}
  friend SafeHtml markdown(std::string_view, int);
  friend SafeHtml inline_markdown(std::string_view);

  std::string html_;
};

// Blocks: paragraphs, lists, headings; # becomes <h2> unless `top_heading` says otherwise, ## one below it.
SafeHtml markdown(std::string_view source, int top_heading = 2);

// For a <legend> or a <label>: no block elements; paragraphs, list items and headings become lines.
SafeHtml inline_markdown(std::string_view source);

// Without any marks: for spreadsheets, PDF and attributes.
std::string plain_markdown(std::string_view source);

// Includes `html` as {{>NAME}}. The partial safe_html.html behind it is the one place where a value is not
// escaped.
void include_safe_html(View::Part, std::string_view name, const SafeHtml& html);

}  // namespace html
