#include "features/assessments/assessment_store.h"

#include <algorithm>
#include <utility>

#include "access/rules.h"
#include "features/assessments/kept_versions.h"
#include "features/audit/audit.h"

namespace assessments {
namespace {

constexpr std::size_t most_bytes_kept = std::size_t{32} << 20;

// What versions_from reads: what may change, and what names the rest.
#define VERSIONS                                                                   \
  "SELECT a.id, a.published_at, a.content_hash, l.withdrawn_at FROM assessment a " \
  "JOIN assessment_slug l ON l.slug = a.slug "
#define IS_NEWEST                                                             \
  "NOT EXISTS (SELECT 1 FROM assessment newer WHERE newer.slug = a.slug AND " \
  "(newer.year > a.year OR (newer.year = a.year AND newer.version > a.version)))"
#define IS_NEWEST_OF_ITS_YEAR                                                 \
  "NOT EXISTS (SELECT 1 FROM assessment newer WHERE newer.slug = a.slug AND " \
  "newer.year = a.year AND newer.version > a.version)"

std::vector<Version> versions_from(db::Connection& c, const db::Rows& rows) {
  static KeptVersions all(most_bytes_kept);
  std::vector<VersionKey> keys;
  for (const auto& row : rows) keys.push_back({row.id<AssessmentId>(0), row.instant(1), row.text(2)});
  std::vector<Version> found;
  for (const auto& version : all.get(c, keys)) {
    found.push_back(*version);
    found.back().withdrawn_at = rows[found.size() - 1].maybe_instant(3);
  }
  return found;
}

std::optional<Version> first(std::vector<Version> versions) {
  return versions.empty() ? std::nullopt : std::optional(std::move(versions.front()));
}

std::optional<Version> found(db::Connection& c, const access::Actor* by, std::string_view slug) {
  return by == nullptr || access::runs_hub(*by) ? find_current(c, slug) : std::nullopt;
}

void record(db::Connection& c, const access::Actor* by, const audit::Action& action, const Version& version) {
  const audit::Event event{action,
                           {"assessment", std::to_underlying(version.id), version.title},
                           {{"Slug", "", version.slug}, {"Year", "", version.year}}};
  if (by != nullptr) {
    audit::record(c, *by, event);
  } else {
    audit::record_command(c, std::nullopt, event);
  }
}

}  // namespace

bool Version::is_for(access::Role role) const {
  return content->is_for(role);
}

std::vector<Version> current(db::Connection& c) {
  return versions_from(c, c.exec(VERSIONS "WHERE l.withdrawn_at IS NULL AND " IS_NEWEST " ORDER BY l.id"));
}

std::vector<Version> newest(db::Connection& c) {
  return versions_from(c, c.exec(VERSIONS "WHERE " IS_NEWEST " ORDER BY l.id"));
}

std::vector<Version> newest_of_each_year(db::Connection& c) {
  return versions_from(c, c.exec(VERSIONS "WHERE " IS_NEWEST_OF_ITS_YEAR " ORDER BY a.year DESC, l.id"));
}

std::optional<Version> find_current(db::Connection& c, std::string_view slug) {
  return first(versions_from(
      c, c.exec(VERSIONS "WHERE a.slug = ? ORDER BY a.year DESC, a.version DESC LIMIT 1", slug)));
}

std::optional<Version> find_current(db::Connection& c, std::string_view slug, std::string_view year) {
  return first(versions_from(
      c, c.exec(VERSIONS "WHERE a.slug = ? AND a.year = ? ORDER BY a.version DESC LIMIT 1", slug, year)));
}

std::optional<Version> find_version(db::Connection& c, AssessmentId id) {
  return first(versions_from(c, c.exec(VERSIONS "WHERE a.id = ?", id)));
}

std::optional<Version> find_version(db::Connection& c, SectionId id) {
  return first(
      versions_from(c, c.exec(VERSIONS "WHERE a.id = (SELECT assessment_id FROM section WHERE id = ?)", id)));
}

std::vector<Version> versions(db::Connection& c, std::string_view slug) {
  return versions_from(c, c.exec(VERSIONS "WHERE a.slug = ? ORDER BY a.year DESC, a.version DESC", slug));
}

std::vector<std::string> years(db::Connection& c) {
  std::vector<std::string> years;
  for (const auto& row : c.exec("SELECT DISTINCT year FROM assessment ORDER BY year DESC"))
    years.push_back(row.text(0));
  return years;
}

base::Result<void> withdraw(db::Connection& c, const access::Actor* by, std::string_view slug) {
  const auto version = found(c, by, slug);
  if (!version) return base::refuse(base::Refusal::not_found());
  if (version->withdrawn_at) return {};
  c.exec("UPDATE assessment_slug SET withdrawn_at = ? WHERE slug = ?", c.now(), slug);
  record(c, by, audit::action::assessment_withdrawn, *version);
  return {};
}

base::Result<void> restore(db::Connection& c, const access::Actor* by, std::string_view slug) {
  const auto version = found(c, by, slug);
  if (!version) return base::refuse(base::Refusal::not_found());
  if (!version->withdrawn_at) return {};
  c.exec("UPDATE assessment_slug SET withdrawn_at = NULL WHERE slug = ?", slug);
  record(c, by, audit::action::assessment_restored, *version);
  return {};
}

}  // namespace assessments
