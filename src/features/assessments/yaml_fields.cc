#include "features/assessments/yaml_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace assessments {
namespace {

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      plain += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      plain += '\n';
    }
  }
  return plain;
}

std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string start;
  for (std::size_t i = 0; i < text.size() && (i < longest || (text[i] & 0xC0) == 0x80); ++i) start += text[i];
  return start.size() < text.size() ? start + "…" : start;
}

}  // namespace

void Problems::tell(const Place& place, int line, std::string message) {
  told_.insert(place);
  errors_.push_back({line, std::move(message)});
}

void Problems::tell_all(const std::vector<Problem>& problems) {
  for (const auto& [place, message] : problems) {
    auto whole = place;
    whole.field.clear();
    if (!told_.contains(place) && !told_.contains(whole)) errors_.push_back({line_of(place), message});
  }
}

int Problems::line_of(const Place& place) const {
  if (const auto found = lines_.find(place); found != lines_.end()) return found->second;
  if (place.field.empty()) return 1;
  auto whole = place;
  whole.field.clear();
  return line_of(whole);
}

Fields::Fields(const YamlNode& node, Place place, std::string_view what,
               std::initializer_list<std::string_view> known, Problems& problems)
    : place_(std::move(place)), is_mapping_(node.kind == YamlNode::Kind::mapping), problems_(problems) {
  problems_.stands_at(place_, node.line);
  if (!is_mapping_) {
    problems_.tell(
        place_, node.line,
        fmt::format(
            "This should be {}, with the fields {}. Write each on a line of its own as \"name: value\".",
            what, fmt::join(known, ", ")));
    return;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const auto& key = node.keys[i];
    if (key.kind != YamlNode::Kind::scalar || std::ranges::find(known, key.value) == known.end()) {
      refuse_field(key, known, what);
    } else if (fields_.contains(key.value)) {
      problems_.tell(this->place(key.value), key.line,
                     fmt::format("\"{}\" is here twice. Keep one of them.", key.value));
    } else {
      fields_.emplace(key.value, &node.items[i]);
      problems_.stands_at(this->place(key.value), key.line);
    }
  }
}

void Fields::refuse_field(const YamlNode& key, std::initializer_list<std::string_view> known,
                          std::string_view what) {
  const std::string name = key.kind == YamlNode::Kind::scalar ? shortened(key.value) : "?";
  problems_.tell(
      place(name), key.line,
      fmt::format("\"{}\" is not a field of {}. Use only {}.", name, what, fmt::join(known, ", ")));
}

Place Fields::place(std::string_view name) const {
  auto place = place_;
  place.field = name;
  return place;
}

const YamlNode* Fields::find(std::string_view name) const {
  const auto found = fields_.find(name);
  return found == fields_.end() ? nullptr : found->second;
}

void Fields::tell(std::string_view name, std::string message) {
  if (!is_mapping_) return;  // told of as a whole
  problems_.tell(place(name), problems_.line_of(place(name)), std::move(message));
}

const YamlNode* Fields::require(std::string_view name) {
  const auto* node = find(name);
  if (node == nullptr) tell(name, fmt::format("There is no \"{0}\" here. Add a line \"{0}: …\".", name));
  return node;
}

std::optional<std::string> Fields::scalar(std::string_view name, const YamlNode& node) {
  if (node.kind == YamlNode::Kind::scalar) {
    if (auto text = base::trimmed(with_plain_line_ends(node.value)); !text.empty()) return text;
  }
  if (node.kind == YamlNode::Kind::list || node.kind == YamlNode::Kind::mapping) {
    tell(name,
         fmt::format(
             "\"{}\" should be a text. Put quotes round it if it begins with [ or {{ or has a colon in it.",
             name));
  } else {
    tell(name,
         fmt::format(
             "\"{}\" is empty. Write something after the colon, or remove the line where it may be left out.",
             name));
  }
  return std::nullopt;
}

std::string Fields::text(std::string_view name) {
  const auto* node = require(name);
  return node == nullptr ? "" : scalar(name, *node).value_or("");
}

std::string Fields::optional_text(std::string_view name) {
  const auto* node = find(name);
  return node == nullptr ? "" : scalar(name, *node).value_or("");
}

bool Fields::flag(std::string_view name) {
  const auto* node = find(name);
  if (node == nullptr) return false;
  if (node->kind == YamlNode::Kind::scalar && (node->value == "true" || node->value == "false"))
    return node->value == "true";
  tell(name, fmt::format("\"{}\" should be true or false.", name));
  return false;
}

const YamlNode* Fields::list(std::string_view name) {
  const auto* node = require(name);
  if (node == nullptr || node->kind == YamlNode::Kind::list) return node;
  tell(name, fmt::format("\"{}\" should be a list. Begin each of its entries with a hyphen.", name));
  return nullptr;
}

}  // namespace assessments
