#include "features/attempts/standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "access/rules.h"
#include "features/visibility/may_take.h"

namespace attempts {
namespace {

using assessments::Section;
using assessments::Version;

// The newest versions of all years, in the order in which standings show them.
struct Entry {
  Version version;
  bool current_year = false;
};

std::vector<Entry> catalogue(db::Connection& c) {
  std::vector<Entry> all;
  std::set<assessments::AssessmentId> current;
  for (auto& version : assessments::newest(c)) {
    current.insert(version.id);
    all.push_back({std::move(version), true});
  }
  for (auto& version : assessments::newest_of_each_year(c)) {
    if (!current.contains(version.id)) all.push_back({std::move(version), false});
  }
  return all;
}

struct SectionResult {
  std::size_t failed_attempts = 0;
  std::optional<std::int64_t> open_attempt{};
  std::optional<std::int64_t> passed_attempt{};
  std::optional<std::int64_t> passed_version{};
  std::optional<base::Instant> passed_at{};
};
using ResultsBySection = std::map<std::string, SectionResult, std::less<>>;             // by section key
using PersonResults = std::map<std::pair<std::string, std::string>, ResultsBySection>;  // by slug and year

std::map<access::AccountId, PersonResults> results_of(db::Connection& c, const access::Actor& actor,
                                                      std::span<const access::AccountId> accounts) {
  std::map<access::AccountId, PersonResults> found;
  // The plus keeps SQLite from an index that begins with the centre, and would read all of it.
  for (const auto& row :
       c.exec("SELECT account_id, slug, year, section_key, failed_attempts, open_attempt, passed_attempt, "
              "passed_version, passed_at FROM section_result WHERE +centre_id = ? AND account_id IN (?)",
              actor.centre, db::keys(accounts))) {
    found[row.id<access::AccountId>(0)][{row.text(1), row.text(2)}][row.text(3)] = {
        .failed_attempts = static_cast<std::size_t>(row.integer(4)),
        .open_attempt = row.maybe_integer(5),
        .passed_attempt = row.maybe_integer(6),
        .passed_version = row.maybe_integer(7),
        .passed_at = row.maybe_instant(8)};
  }
  return found;
}

SectionStanding section_standing(const Section& section, const SectionResult* result) {
  SectionStanding standing{.section = &section};
  if (result == nullptr) return standing;
  const bool counts = result->passed_version && *result->passed_version >= section.passes_since;
  standing.status = counts ? Status::passed : Status::started;
  standing.failed_attempts = result->failed_attempts;
  standing.open_attempt = result->open_attempt;
  if (counts) standing.passed_attempt = result->passed_attempt;
  return standing;
}

void judge(AssessmentStanding& standing, const ResultsBySection& results) {
  std::optional<base::Instant> last;
  for (const auto& section : standing.content->sections) {
    const auto found = results.find(section.key);
    const auto* result = found == results.end() ? nullptr : &found->second;
    standing.sections.push_back(section_standing(section, result));
    if (standing.sections.back().status != Status::passed) continue;
    ++standing.sections_passed;
    last = std::max(last, result->passed_at);
  }
  if (results.empty()) return;
  standing.status = Status::started;
  if (standing.sections_passed < standing.sections.size()) return;
  standing.status = Status::passed;
  standing.passed_at = last;
}

std::vector<AssessmentStanding> standings_of(const std::vector<Entry>& all, const visibility::Viewer& viewer,
                                             const PersonResults& results) {
  static const ResultsBySection nothing;
  std::vector<AssessmentStanding> found;
  for (const auto& [version, current_year] : all) {
    const auto of_assessment = results.find({version.slug, version.year});
    const bool takeable = current_year && viewer.may_take(version);
    if (!takeable && of_assessment == results.end()) continue;
    found.push_back({.slug = version.slug,
                     .year = version.year,
                     .title = version.title,
                     .content = version.content,
                     .sections = {},
                     .passed_at = {},
                     .current_year = current_year,
                     .takeable = takeable,
                     .seen = viewer.sees(version),
                     .withdrawn_at = version.withdrawn_at});
    judge(found.back(), of_assessment == results.end() ? nothing : of_assessment->second);
  }
  return found;
}

}  // namespace

std::string_view words(Status status) {
  switch (status) {
    case Status::passed:
      return "Passed";
    case Status::started:
      return "Started";
    case Status::not_started:
      break;
  }
  return "Not Started";
}

std::string result_words(const AssessmentStanding& standing) {
  return fmt::format("{}/{}", standing.sections_passed, standing.sections.size());
}

std::vector<std::vector<AssessmentStanding>> standings(db::Connection& c, const access::Actor& actor,
                                                       std::span<const access::AccountId> accounts) {
  static const PersonResults nothing;
  std::vector<std::vector<AssessmentStanding>> found(accounts.size());
  if (accounts.empty()) return found;
  const auto all = catalogue(c);
  const auto viewers = visibility::viewers(c, actor, accounts);
  const auto results = results_of(c, actor, accounts);
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const auto of_person = results.find(accounts[i]);
    if (viewers[i])
      found[i] = standings_of(all, *viewers[i], of_person == results.end() ? nothing : of_person->second);
  }
  return found;
}

std::vector<bool> have_started(db::Connection& c, const access::Actor& actor,
                               std::span<const access::AccountId> accounts) {
  std::set<access::AccountId> started;
  for (const auto& row :
       c.exec("SELECT DISTINCT account_id FROM section_result WHERE +centre_id = ? AND account_id IN (?)",
              actor.centre, db::keys(accounts))) {
    started.insert(row.id<access::AccountId>(0));
  }
  std::vector<bool> found;
  for (const auto account : accounts) found.push_back(started.contains(account));
  return found;
}

std::vector<Tally> tallies(db::Connection& c, const access::Actor& actor, const Version& version) {
  if (!access::manages_users(actor)) return {};
  std::vector<Tally> found;
  for (const auto& row :
       c.exec("SELECT r.account_id, SUM(CASE WHEN r.passed_version >= s.passes_since THEN 1 ELSE 0 END),"
              " MAX(CASE WHEN r.passed_version >= s.passes_since THEN r.passed_at END)"
              " FROM section_result r LEFT JOIN section s ON s.assessment_id = ? AND s.section_key = "
              "r.section_key"
              " WHERE r.centre_id = ? AND r.year = ? AND r.slug = ? GROUP BY r.account_id",
              version.id, actor.centre, version.year, version.slug)) {
    found.push_back({.account = row.id<access::AccountId>(0),
                     .sections_passed = static_cast<std::size_t>(row.integer(1)),
                     .passed_at = row.maybe_instant(2)});
  }
  return found;
}

}  // namespace attempts
