// One pattern of the route table, /users/{id}/edit, against the decoded path of a request. Patterns are
// literals: they outlive this.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

// The parts between the slashes; the path starts with one.
std::vector<std::string_view> split_path(std::string_view path);

class PathPattern {
 public:
  // Throws std::logic_error, naming the pattern, where it is malformed.
  explicit PathPattern(std::string_view pattern);

  bool matches(std::span<const std::string_view> path) const;
  std::vector<std::pair<std::string, std::string>> values(std::span<const std::string_view> path) const;
  bool same_shape(const PathPattern&) const;  // matches exactly the same paths
  // Of two that match one path: a literal before {name}.pdf before {name}, from the left.
  bool more_specific_than(const PathPattern&) const;

 private:
  struct Segment {
    bool variable = false;
    std::string_view name;
    std::string_view text;  // the whole of a literal; what follows {name}
    int rank() const { return !variable ? 0 : text.empty() ? 2 : 1; }
  };
  Segment parse(std::string_view segment) const;

  std::string_view pattern_;
  std::vector<Segment> segments_;
};

}  // namespace web
