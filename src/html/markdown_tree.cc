#include "html/markdown_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

namespace html {
namespace {

// Calls f(node) for each node in order of the text, once. f must not change the tree.
template <class F>
void each_node(cmark_node& root, F&& f) {
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(&root), &cmark_iter_free);
  for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    if (event == CMARK_EVENT_ENTER) f(cmark_iter_get_node(walk.get()));
  }
}

std::vector<cmark_node*> nodes_of(cmark_node& root, std::initializer_list<cmark_node_type> types) {
  std::vector<cmark_node*> found;
  each_node(root, [&](cmark_node* node) {
    if (std::ranges::find(types, cmark_node_get_type(node)) != types.end()) found.push_back(node);
  });
  return found;
}

std::string literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? "" : text;
}

MarkdownNode with_literal(cmark_node_type type, const std::string& text) {
  MarkdownNode node(cmark_node_new(type));
  cmark_node_set_literal(node.get(), text.c_str());
  return node;
}

void append(cmark_node& parent, MarkdownNode child) {
  auto* node = child.release();
  if (cmark_node_append_child(&parent, node) == 0) cmark_node_free(node);
}

void replace(cmark_node* node, MarkdownNode by) {
  auto* replacement = by.release();
  if (cmark_node_replace(node, replacement) == 0) cmark_node_free(replacement);
  cmark_node_free(node);
}

void move_children(cmark_node& from, cmark_node& to) {
  while (auto* child = cmark_node_first_child(&from)) {
    if (cmark_node_append_child(&to, child) == 0) cmark_node_free(child);
  }
}

void unwrap(cmark_node* node) {
  while (auto* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
  cmark_node_unlink(node);
  cmark_node_free(node);
}

bool may_be_linked(cmark_node* link) {
  std::string url = cmark_node_get_url(link);
  std::ranges::transform(url, url.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const bool of_the_hub = url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\");
  return of_the_hub || url.starts_with("https://") || url.starts_with("http://") ||
         url.starts_with("mailto:");
}

void make_harmless(cmark_node& document) {
  for (auto* node : nodes_of(document, {CMARK_NODE_HTML_INLINE}))
    replace(node, with_literal(CMARK_NODE_TEXT, literal(node)));
  for (auto* node : nodes_of(document, {CMARK_NODE_HTML_BLOCK})) {
    MarkdownNode paragraph(cmark_node_new(CMARK_NODE_PARAGRAPH));
    append(*paragraph, with_literal(CMARK_NODE_TEXT, literal(node)));
    replace(node, std::move(paragraph));
  }
  for (auto* node : nodes_of(document, {CMARK_NODE_IMAGE})) unwrap(node);
  for (auto* node : nodes_of(document, {CMARK_NODE_LINK})) {
    if (!may_be_linked(node)) unwrap(node);
  }
}

// What stands before the first line of a list's item: "• " or "2. "; empty for any other block.
std::string item_mark(cmark_node* block) {
  auto* item = cmark_node_parent(block);
  if (item == nullptr || cmark_node_get_type(item) != CMARK_NODE_ITEM ||
      cmark_node_previous(block) != nullptr)
    return "";
  auto* list = cmark_node_parent(item);
  if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST) return "• ";
  int number = cmark_node_get_list_start(list);
  for (auto* before = cmark_node_previous(item); before != nullptr; before = cmark_node_previous(before))
    ++number;
  return fmt::format("{}. ", number);
}

struct Line {
  cmark_node* block;
  std::string mark;
};

}  // namespace

MarkdownNode parsed(std::string_view source) {
  MarkdownNode document(cmark_parse_document(source.data(), source.size(), CMARK_OPT_VALIDATE_UTF8));
  make_harmless(*document);
  return document;
}

void move_headings(cmark_node& document, int levels_down) {
  constexpr int lowest = 6;
  for (auto* heading : nodes_of(document, {CMARK_NODE_HEADING})) {
    cmark_node_set_heading_level(heading,
                                 std::min(lowest, cmark_node_get_heading_level(heading) + levels_down));
  }
}

MarkdownNode as_one_paragraph(cmark_node& document) {
  std::vector<Line> lines;
  for (auto* block : nodes_of(document, {CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_CODE_BLOCK})) {
    lines.push_back({block, item_mark(block)});
  }
  MarkdownNode paragraph(cmark_node_new(CMARK_NODE_PARAGRAPH));
  for (const auto& [block, mark] : lines) {
    if (cmark_node_first_child(paragraph.get()) != nullptr)
      append(*paragraph, MarkdownNode(cmark_node_new(CMARK_NODE_LINEBREAK)));
    if (!mark.empty()) append(*paragraph, with_literal(CMARK_NODE_TEXT, mark));
    if (cmark_node_get_type(block) == CMARK_NODE_CODE_BLOCK) {
      append(*paragraph, with_literal(CMARK_NODE_CODE, literal(block)));
    } else {
      move_children(*block, *paragraph);
    }
  }
  return paragraph;
}

std::string plain_text(cmark_node& paragraph) {
  std::string text;
  each_node(paragraph, [&](cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINEBREAK) text += '\n';
    if (type == CMARK_NODE_SOFTBREAK) text += ' ';
    text += literal(node);
  });
  return text;
}

}  // namespace html
