#include "features/assessments/assessment_import.h"

#include <cstddef>
#include <utility>

namespace assessments {

std::expected<std::vector<Publication>, std::vector<FileProblem>> import_files(
    db::Database& database, std::span<const SourceFile> files, const access::Actor* publisher) {
  const auto contents = read_files(files);
  if (!contents) return std::unexpected(contents.error());

  std::vector<FileProblem> problems;
  auto published = database.write([&](db::Connection& c) -> base::Result<std::vector<Publication>> {
    problems.clear();
    std::vector<Publication> all;
    for (std::size_t i = 0; i < files.size(); ++i) {
      const auto& [assessment, slug_line] = (*contents)[i];
      if (auto one = publish(c, assessment, publisher)) {
        all.push_back(std::move(*one));
      } else {
        for (const auto& field : one.error().fields)
          problems.push_back({files[i].name, slug_line, field.message});
      }
    }
    if (!problems.empty()) return base::refuse(base::Refusal::bad_input({}));
    return all;
  });
  if (!published) return std::unexpected(std::move(problems));
  return std::move(*published);
}

}  // namespace assessments
