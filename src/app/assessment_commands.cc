#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "app/commands.h"
#include "features/assessments/assessment_import.h"
#include "features/assessments/assessment_store.h"

namespace app {
namespace {

// One byte more than a file may have is read, so that the import can say that it is too large.
std::string bytes_of(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  std::string bytes;
  std::array<char, 64 << 10> piece{};
  constexpr std::size_t enough = 8 << 20;
  while (bytes.size() < enough && (file.read(piece.data(), piece.size()) || file.gcount() > 0)) {
    bytes.append(piece.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad() || (bytes.empty() && !file.eof()))
    throw CommandFailed(fmt::format("{} cannot be read.", name));
  return bytes;
}

template <class Change>
void change(const Common& common, const std::string& slug, Change change) {
  const auto database = open_migrated(common);
  const auto done = database->write(change, nullptr, slug);
  if (!done) throw CommandFailed(fmt::format("There is no assessment \"{}\".", slug));
}

}  // namespace

void import_assessments(const Common& common, const std::vector<std::string>& files) {
  std::vector<assessments::SourceFile> sources;
  for (const auto& name : files) sources.push_back({name, bytes_of(name)});
  const auto database = open_migrated(common);
  const auto published = assessments::import_files(*database, sources, nullptr);
  if (!published) {
    for (const auto& problem : published.error()) fmt::print(stderr, "{}\n", problem.words());
    throw CommandFailed(files.size() == 1 ? "Nothing was imported."
                                          : "Nothing was imported: all the files, or none.");
  }
  for (const auto& publication : *published) fmt::print("{}\n", publication.words());
}

void withdraw_assessment(const Common& common, const std::string& slug) {
  change(common, slug, assessments::withdraw);
  fmt::print("{}: withdrawn, nobody can take it any more\n", slug);
}

void restore_assessment(const Common& common, const std::string& slug) {
  change(common, slug, assessments::restore);
  fmt::print("{}: can be taken again\n", slug);
}

}  // namespace app
