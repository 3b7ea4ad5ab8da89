#include "html/markdown.h"

#include <cstdlib>
#include <memory>

#include "html/markdown_tree.h"

namespace html {
namespace {

// Safe even where a node slipped through plain(): cmark itself drops raw HTML and scripting links unless told
// otherwise.
constexpr int options = CMARK_OPT_DEFAULT;

std::string rendered(cmark_node* node) {
  const std::unique_ptr<char, decltype(&std::free)> html(cmark_render_html(node, options), &std::free);
  return html.get();
}

std::string without(std::string_view text, std::string_view before, std::string_view after) {
  if (text.starts_with(before)) text.remove_prefix(before.size());
  if (text.ends_with(after)) text.remove_suffix(after.size());
  return std::string(text);
}

}  // namespace

SafeHtml markdown(std::string_view source, int top_heading) {
  const auto document = parsed(source);
  move_headings(*document, top_heading - 1);
  return SafeHtml(rendered(document.get()));
}

SafeHtml inline_markdown(std::string_view source) {
  const auto document = parsed(source);
  return SafeHtml(without(rendered(as_one_paragraph(*document).get()), "<p>", "</p>\n"));
}

std::string plain_markdown(std::string_view source) {
  const auto document = parsed(source);
  return plain_text(*as_one_paragraph(*document));
}

void include_safe_html(View::Part part, std::string_view name, const SafeHtml& html) {
  part.include(name, "html/partials/safe_html.html").set("SAFE_HTML", html.text());
}

}  // namespace html
