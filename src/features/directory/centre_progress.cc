#include "features/directory/centre_progress.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace directory {

std::string progress_words(const Progress& progress) {
  return fmt::format("{} of {}", base::thousands(progress.passed), base::thousands(progress.to_take));
}

std::vector<Progress> progress_of(db::Connection& connection, const access::Actor& actor,
                                  std::span<const access::CentreId> centres) {
  std::vector<Progress> all(centres.size());
  for (const auto& version : assessments::current(connection)) {
    for (const auto& standing : attempts::centre_standings(connection, actor, version, centres)) {
      auto& progress =
          all[static_cast<std::size_t>(std::ranges::find(centres, standing.centre) - centres.begin())];
      progress.passed += standing.passed;
      progress.to_take += standing.people;
    }
  }
  return all;
}

std::vector<ProgressLine> progress_by_assessment(db::Connection& connection, const access::Actor& actor,
                                                 access::CentreId centre) {
  std::vector<ProgressLine> lines;
  for (const auto& version : assessments::current(connection)) {
    for (const auto& standing : attempts::centre_standings(connection, actor, version, {&centre, 1})) {
      lines.push_back({version.title, version.year, standing});
    }
  }
  return lines;
}

}  // namespace directory
