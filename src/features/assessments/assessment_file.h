// Reading assessments from YAML files (contract: "An assessment file"). A file is checked whole: every
// problem is told with its file, its line and what to do.
#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/assessments/assessment.h"

namespace assessments {

struct SourceFile {
  std::string name;  // as the person knows it
  std::string bytes;
};

struct FileProblem {
  std::string file;
  int line;  // from 1
  std::string message;

  std::string words() const;  // file:line: message
};

inline constexpr std::size_t max_problems_told = 100;  // of a file

struct FileContent {
  Assessment assessment;
  int slug_line;
};

std::expected<FileContent, std::vector<FileProblem>> read_file(const SourceFile&);

// All of them, in order, or every problem of every file; also those between files: one slug twice.
std::expected<std::vector<FileContent>, std::vector<FileProblem>> read_files(std::span<const SourceFile>);

}  // namespace assessments
