#include "features/attempts/standing.h"

#include <algorithm>
#include <map>
#include <utility>

#include "features/attempts/section_results.h"
#include "features/visibility/may_take.h"

namespace attempts {
namespace {

using assessments::SectionSummary;
using assessments::Version;

// The published assessments of all years, with their sections, in the order in which standings show them.
struct Catalogue {
  struct Entry {
    Version version;
    std::vector<SectionSummary> sections;
    bool current_year = false;
  };
  std::vector<Entry> entries;
};

Catalogue catalogue(db::Connection& c) {
  std::map<assessments::AssessmentId, std::vector<SectionSummary>> sections;
  for (auto& section : assessments::sections_of_each_year(c))
    sections[section.assessment].push_back(std::move(section));
  Catalogue all;
  const auto add = [&](Version version, bool current_year) {
    auto of_version = std::move(sections[version.id]);
    all.entries.push_back({std::move(version), std::move(of_version), current_year});
  };
  std::vector<assessments::AssessmentId> current;
  for (auto& version : assessments::newest(c)) {
    current.push_back(version.id);
    add(std::move(version), true);
  }
  for (auto& version : assessments::newest_of_each_year(c)) {
    if (std::ranges::find(current, version.id) == current.end()) add(std::move(version), false);
  }
  return all;
}

bool counts(const SectionResult& result, const SectionSummary& section) {
  return result.passed_version && *result.passed_version >= section.passes_since;
}

AssessmentStanding standing_in(const Catalogue::Entry& entry, const ResultsBySection* results,
                               const visibility::Viewer& viewer) {
  AssessmentStanding standing{.slug = entry.version.slug,
                              .year = entry.version.year,
                              .title = entry.version.title,
                              .sections_total = entry.sections.size(),
                              .passed_at = {},
                              .current_year = entry.current_year,
                              .takeable = entry.current_year && viewer.may_take(entry.version),
                              .seen = viewer.sees(entry.version),
                              .withdrawn_at = entry.version.withdrawn_at};
  if (results == nullptr) return standing;
  standing.status = Status::started;
  std::optional<base::Instant> last;
  for (const auto& section : entry.sections) {
    const auto found = results->find(section.key);
    if (found == results->end() || !counts(found->second, section)) continue;
    ++standing.sections_passed;
    last = std::max(last, found->second.passed_at);
  }
  if (standing.sections_passed == standing.sections_total) {
    standing.status = Status::passed;
    standing.passed_at = last;
  }
  return standing;
}

std::vector<AssessmentStanding> standings_of(const Catalogue& all, const visibility::Viewer& viewer,
                                             const PersonResults& results) {
  std::vector<AssessmentStanding> found;
  for (const auto& entry : all.entries) {
    const auto of_assessment = results.find({entry.version.slug, entry.version.year});
    auto standing =
        standing_in(entry, of_assessment == results.end() ? nullptr : &of_assessment->second, viewer);
    if (standing.takeable || of_assessment != results.end()) found.push_back(std::move(standing));
  }
  return found;
}

const SectionResult* result_in(const PersonResults& results, const Version& version, const std::string& key) {
  const auto of_assessment = results.find({version.slug, version.year});
  if (of_assessment == results.end()) return nullptr;
  const auto result = of_assessment->second.find(key);
  return result == of_assessment->second.end() ? nullptr : &result->second;
}

SectionStanding section_standing(const SectionSummary& section, const SectionResult* result) {
  SectionStanding standing{.section = std::to_underlying(section.id),
                           .key = section.key,
                           .position = static_cast<std::size_t>(section.position),
                           .title = section.title,
                           .time_limit_seconds = {},
                           .questions = section.question_count,
                           .open_attempt = {},
                           .passed_attempt = {}};
  if (section.time_limit) standing.time_limit_seconds = section.time_limit->count();
  if (result == nullptr) return standing;
  standing.status = counts(*result, section) ? Status::passed : Status::started;
  standing.failed_attempts = result->failed_attempts;
  standing.open_attempt = result->open_attempt;
  if (standing.status == Status::passed) standing.passed_attempt = result->passed_attempt;
  return standing;
}

}  // namespace

std::vector<std::vector<AssessmentStanding>> standings(db::Connection& c, const access::Actor& actor,
                                                       std::span<const access::AccountId> accounts) {
  std::vector<std::vector<AssessmentStanding>> found(accounts.size());
  if (accounts.empty()) return found;
  const auto all = catalogue(c);
  const auto viewers = visibility::viewers(c, actor, accounts);
  const auto results = section_results(c, actor, accounts);
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    static const PersonResults nothing;
    const auto of_person = results.find(accounts[i]);
    if (viewers[i])
      found[i] = standings_of(all, *viewers[i], of_person == results.end() ? nothing : of_person->second);
  }
  return found;
}

std::vector<bool> have_started(db::Connection& c, const access::Actor& actor,
                               std::span<const access::AccountId> accounts) {
  const auto started = with_results(c, actor, accounts);
  std::vector<bool> found;
  for (const auto account : accounts) found.push_back(started.contains(account));
  return found;
}

std::map<std::string, std::vector<SectionStanding>> current_section_standings(db::Connection& c,
                                                                              const access::Actor& actor,
                                                                              access::AccountId account) {
  std::map<assessments::AssessmentId, const Version*> by_id;
  const auto current = assessments::current(c);
  for (const auto& version : current) by_id.emplace(version.id, &version);
  const auto results = section_results(c, actor, {&account, 1});
  const auto mine = results.find(account);
  std::map<std::string, std::vector<SectionStanding>> found;
  for (const auto& section : assessments::sections_of_current(c)) {
    const auto& version = *by_id.at(section.assessment);
    const auto* result = mine == results.end() ? nullptr : result_in(mine->second, version, section.key);
    found[version.slug].push_back(section_standing(section, result));
  }
  return found;
}

std::vector<SectionStanding> section_standings(db::Connection& c, const access::Actor& actor,
                                               access::AccountId account, const std::string& slug,
                                               const std::string& year) {
  const auto version = assessments::find_current(c, slug, year);
  const auto viewers = visibility::viewers(c, actor, std::span(&account, 1));
  std::vector<SectionStanding> found;
  if (!version || !viewers.front()) return found;
  const auto results = section_results(c, actor, account, slug, year);
  for (const auto& section : assessments::sections(c, version->id)) {
    const auto result = results.find(section.key);
    found.push_back(section_standing(section, result == results.end() ? nullptr : &result->second));
  }
  return found;
}

}  // namespace attempts
