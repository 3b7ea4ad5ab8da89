// A YAML file as a small tree that remembers the line of everything, read under limits: no anchors, aliases
// or tags, bounded depth and size, one document. yaml-cpp scans; its own node tree forgets duplicated keys
// and repeats what an alias names.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace assessments {

inline constexpr std::size_t max_file_bytes = std::size_t{1024} * 1024;
inline constexpr std::size_t max_yaml_nodes = 100'000;
inline constexpr std::size_t max_yaml_depth = 12;

struct YamlNode {
  enum class Kind { empty, scalar, list, mapping };

  Kind kind = Kind::empty;
  int line = 1;                 // from 1
  std::string value;            // of a scalar
  std::vector<YamlNode> keys;   // of a mapping, one for each of its items; duplicates are still there
  std::vector<YamlNode> items;  // of a list or a mapping
};

struct YamlError {
  int line;
  std::string message;
};

std::expected<YamlNode, YamlError> read_yaml(std::string_view bytes, std::size_t most_bytes = max_file_bytes);

}  // namespace assessments
