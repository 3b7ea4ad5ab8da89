#include "features/resources/resource.h"

#include <fmt/format.h>

#include "access/rules.h"
#include "base/characters.h"
#include "base/text.h"
#include "documents/file_name.h"

namespace resources {
namespace {

std::optional<std::string> problem_with(std::string_view text, std::string_view what, std::size_t most) {
  if (auto problem = base::line_problem(text, what)) return problem;
  if (const auto length = base::characters(text); length > most) {
    return fmt::format("Use at most {} characters for the {}; this has {}.", most, what, length);
  }
  return std::nullopt;
}

}  // namespace

bool may_publish(const access::Actor& actor) {
  return access::runs_hub(actor);
}

bool may_read(const access::Actor& actor) {
  return may_publish(actor) || access::may_read_resources(actor);
}

Naming typed(std::string_view name, std::string_view folder, std::string_view filename) {
  Naming naming{base::trimmed(name), base::trimmed(folder)};
  if (naming.name.empty()) naming.name = base::trimmed(filename.substr(0, filename.rfind('.')));
  return naming;
}

std::vector<base::FieldError> check(const Naming& naming) {
  std::vector<base::FieldError> errors;
  if (naming.name.empty()) {
    errors.push_back({"name", "Enter a name for the document."});
  } else if (auto problem = problem_with(naming.name, "name", max_name_characters)) {
    errors.push_back({"name", std::move(*problem)});
  }
  if (auto problem = problem_with(naming.folder, "folder", max_folder_characters)) {
    errors.push_back({"folder", std::move(*problem)});
  }
  return errors;
}

std::string download_name(const Resource& resource, const Version& version) {
  const auto ending = fmt::format(".{}", documents::extension(version.kind));
  auto stem = documents::file_name_part(resource.name);
  if (base::folded(stem).ends_with(ending)) stem.resize(stem.size() - ending.size());
  return documents::file_name_part(stem) + ending;
}

std::string size_words(std::size_t bytes) {
  constexpr std::size_t kilobyte = 1024;
  constexpr std::size_t megabyte = kilobyte * kilobyte;
  if (bytes < megabyte)
    return fmt::format("{} KB", std::max<std::size_t>(1, (bytes + kilobyte / 2) / kilobyte));
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / static_cast<double>(megabyte));
}

}  // namespace resources
