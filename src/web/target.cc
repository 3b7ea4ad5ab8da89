#include "web/target.h"

#include <algorithm>

#include "web/path_pattern.h"
#include "web/wire_text.h"

namespace web {
namespace {

bool ambiguous(std::string_view segment) {
  const auto odd = [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' ' || c == 0x7F; };
  return segment == "." || segment == ".." || std::ranges::any_of(segment, odd);
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
  const auto odd = [](char c) { return c <= ' ' || c > '~' || c == '#'; };
  if (!target.starts_with('/') || std::ranges::any_of(target, odd)) return std::nullopt;
  const auto question = std::min(target.find('?'), target.size());
  Target result;
  for (const auto encoded : split_path(target.substr(0, question))) {
    const auto segment = percent_decoded(encoded, Plus::is_plus);
    if (!segment || ambiguous(*segment)) return std::nullopt;
    result.path += "/" + *segment;
  }
  auto query = parse_urlencoded(target.substr(std::min(target.size(), question + 1)));
  if (!query) return std::nullopt;
  result.query = std::move(*query);
  return result;
}

}  // namespace web
