#include "web/path_pattern.h"

#include <algorithm>
#include <stdexcept>

namespace web {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

}  // namespace

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    segments.push_back(path.substr(0, path.find('/')));
    path.remove_prefix(segments.back().size());
  }
  return segments;
}

PathPattern::PathPattern(std::string_view pattern) : pattern_(pattern) {
  if (!pattern.starts_with('/')) throw std::logic_error(std::string(pattern) + ": a pattern starts with /");
  for (const auto segment : split_path(pattern)) segments_.push_back(parse(segment));
}

PathPattern::Segment PathPattern::parse(std::string_view segment) const {
  const auto malformed =
      std::logic_error(std::string(pattern_) + ": not literals, {name} or {name}.suffix between slashes");
  if (segment.empty() && pattern_ != "/") throw malformed;
  if (!segment.starts_with('{')) {
    if (segment.find_first_of("{}") != std::string_view::npos) throw malformed;
    return {.variable = false, .name = {}, .text = segment};
  }
  const auto end = segment.find('}');
  if (end == std::string_view::npos || !is_name(segment.substr(1, end - 1))) throw malformed;
  const auto suffix = segment.substr(end + 1);
  if (suffix.find_first_of("{}") != std::string_view::npos) throw malformed;
  return {.variable = true, .name = segment.substr(1, end - 1), .text = suffix};
}

bool PathPattern::matches(std::span<const std::string_view> path) const {
  return std::ranges::equal(path, segments_, [](std::string_view part, const Segment& segment) {
    if (!segment.variable) return part == segment.text;
    return part.size() > segment.text.size() && part.ends_with(segment.text);
  });
}

std::vector<std::pair<std::string, std::string>> PathPattern::values(
    std::span<const std::string_view> path) const {
  std::vector<std::pair<std::string, std::string>> result;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Segment& segment = segments_[i];
    if (segment.variable)
      result.emplace_back(segment.name, path[i].substr(0, path[i].size() - segment.text.size()));
  }
  return result;
}

bool PathPattern::same_shape(const PathPattern& other) const {
  return std::ranges::equal(segments_, other.segments_, [](const Segment& a, const Segment& b) {
    return a.variable == b.variable && a.text == b.text;
  });
}

bool PathPattern::more_specific_than(const PathPattern& other) const {
  return std::ranges::lexicographical_compare(segments_, other.segments_, {}, &Segment::rank, &Segment::rank);
}

}  // namespace web
