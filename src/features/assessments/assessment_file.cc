#include "features/assessments/assessment_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "base/text.h"
#include "features/assessments/content_reader.h"
#include "features/assessments/yaml_tree.h"

namespace assessments {
namespace {

std::vector<FileProblem> in_file(const std::string& file, std::vector<YamlError> errors) {
  std::ranges::stable_sort(errors, {}, &YamlError::line);
  std::vector<FileProblem> problems;
  for (auto& error : errors) {
    if (problems.size() == max_problems_told) {
      problems.push_back(
          {file, error.line, "There are more problems from here on. Correct the ones above first."});
      break;
    }
    problems.push_back({file, error.line, std::move(error.message)});
  }
  return problems;
}

void tell_slugs_used_twice(std::span<const SourceFile> files, const std::vector<FileContent>& contents,
                           std::vector<FileProblem>& problems) {
  std::map<std::string, std::string> file_of;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const auto& [assessment, line] = contents[i];
    const auto [first, is_new] = file_of.emplace(base::folded(assessment.slug), files[i].name);
    if (is_new) continue;
    problems.push_back(
        {files[i].name, line,
         fmt::format("The slug \"{}\" is also that of {}. Give each file its own, or import one of them.",
                     assessment.slug, first->second)});
  }
}

}  // namespace

std::string FileProblem::words() const {
  return fmt::format("{}:{}: {}", file, line, message);
}

std::expected<FileContent, std::vector<FileProblem>> read_file(const SourceFile& file) {
  const auto tree = read_yaml(file.bytes);
  if (!tree) return std::unexpected(in_file(file.name, {tree.error()}));
  auto read = read_content(*tree);
  if (!read.errors.empty()) return std::unexpected(in_file(file.name, std::move(read.errors)));
  return FileContent{std::move(read.assessment), read.slug_line};
}

std::expected<std::vector<FileContent>, std::vector<FileProblem>> read_files(
    std::span<const SourceFile> files) {
  std::vector<FileContent> contents;
  std::vector<FileProblem> problems;
  for (const auto& file : files) {
    if (auto content = read_file(file)) {
      contents.push_back(std::move(*content));
    } else {
      std::ranges::move(content.error(), std::back_inserter(problems));
    }
  }
  if (problems.empty()) tell_slugs_used_twice(files, contents, problems);
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return contents;
}

}  // namespace assessments
