// Names of files that people download and unpack, on whatever system.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace documents {

// `text` as a part of a file's name: what no system allows in one becomes a hyphen ("2026/27" -> "2026-27"),
// control characters and what turns the reading direction go, white space becomes single spaces, at most 120
// bytes and whole characters.
std::string file_name_part(std::string_view text);

// Hands out names no two of which are the same file on any system, whatever the letter case: "A.pdf", "a
// (2).pdf".
class FileNames {
 public:
  std::string unique(const std::string& stem, std::string_view ending);

 private:
  std::set<std::string, std::less<>> taken_;
};

}  // namespace documents
