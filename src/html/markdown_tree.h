// The tree of a Markdown text, and what is done to it before it is shown. Inside html only.
#pragma once

#include <cmark.h>

#include <memory>
#include <string>
#include <string_view>

namespace html {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using MarkdownNode = std::unique_ptr<cmark_node, FreeNode>;

// With nothing in it that could harm: see markdown.h.
MarkdownNode parsed(std::string_view source);

void move_headings(cmark_node& document, int levels_down);

// Everything of the document as lines of one paragraph; takes the document's contents out of it.
MarkdownNode as_one_paragraph(cmark_node& document);

std::string plain_text(cmark_node& paragraph);

}  // namespace html
