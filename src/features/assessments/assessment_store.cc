#include "features/assessments/assessment_store.h"

#include <algorithm>

#include "features/assessments/assessment_rules.h"
#include "features/assessments/stored_forms.h"

namespace assessments {
namespace {

// The columns of a Version, in the order in which version_from reads them.
#define VERSION_COLUMNS                                                                              \
  "a.id, a.slug, a.year, a.version, a.title, a.summary, a.audience, a.valid_until, a.published_at, " \
  "a.section_count, "                                                                                \
  "a.question_count, l.withdrawn_at"
#define FROM_VERSIONS " FROM assessment a JOIN assessment_slug l ON l.slug = a.slug "
#define SECTION_COLUMNS                                                                                    \
  "s.id, s.assessment_id, s.position, s.section_key, s.title, s.time_limit, s.pass_mark, s.marks_needed, " \
  "s.question_count, s.passes_since"
#define IS_NEWEST                                                             \
  "NOT EXISTS (SELECT 1 FROM assessment newer WHERE newer.slug = a.slug AND " \
  "(newer.year > a.year OR (newer.year = a.year AND newer.version > a.version)))"
#define IS_NEWEST_OF_ITS_YEAR                                                 \
  "NOT EXISTS (SELECT 1 FROM assessment newer WHERE newer.slug = a.slug AND " \
  "newer.year = a.year AND newer.version > a.version)"
#define IS_CURRENT "l.withdrawn_at IS NULL AND " IS_NEWEST

Version version_from(const db::Row& row) {
  return {.id = row.id<AssessmentId>(0),
          .slug = row.text(1),
          .year = row.text(2),
          .version = static_cast<int>(row.integer(3)),
          .title = row.text(4),
          .summary = row.text(5),
          .audience = audience_from(row.text(6)),
          .valid_until = row.maybe_text(7).value_or(""),
          .published_at = row.instant(8),
          .section_count = static_cast<std::size_t>(row.integer(9)),
          .question_count = static_cast<std::size_t>(row.integer(10)),
          .withdrawn_at = row.maybe_instant(11)};
}

SectionSummary section_from(const db::Row& row) {
  return {.id = row.id<SectionId>(0),
          .assessment = row.id<AssessmentId>(1),
          .position = static_cast<int>(row.integer(2)),
          .key = row.text(3),
          .title = row.text(4),
          .time_limit = time_limit_from(row.maybe_integer(5)),
          .pass_mark = stored_pass_mark(row.text(6)),
          .marks_needed = static_cast<std::size_t>(row.integer(7)),
          .question_count = static_cast<std::size_t>(row.integer(8)),
          .passes_since = static_cast<int>(row.integer(9))};
}

template <class Read>
auto all(const db::Rows& rows, Read read) {
  std::vector<decltype(read(rows.front()))> found;
  for (const auto& row : rows) found.push_back(read(row));
  return found;
}

template <class Read>
auto first(const db::Rows& rows, Read read) {
  return rows.empty() ? std::nullopt : std::optional(read(rows.front()));
}

}  // namespace

bool Version::is_for(access::Role role) const {
  return std::ranges::find(audience, role) != audience.end();
}

std::vector<Version> current(db::Connection& c) {
  return all(c.exec("SELECT " VERSION_COLUMNS FROM_VERSIONS "WHERE " IS_CURRENT " ORDER BY l.id"),
             version_from);
}

std::vector<Version> newest(db::Connection& c) {
  return all(c.exec("SELECT " VERSION_COLUMNS FROM_VERSIONS "WHERE " IS_NEWEST " ORDER BY l.id"),
             version_from);
}

std::vector<Version> newest_of_each_year(db::Connection& c) {
  return all(c.exec("SELECT " VERSION_COLUMNS FROM_VERSIONS "WHERE " IS_NEWEST_OF_ITS_YEAR
                    " ORDER BY a.year DESC, l.id"),
             version_from);
}

std::optional<Version> find_current(db::Connection& c, std::string_view slug) {
  return first(c.exec("SELECT " VERSION_COLUMNS FROM_VERSIONS
                      "WHERE a.slug = ? ORDER BY a.year DESC, a.version DESC LIMIT 1",
                      slug),
               version_from);
}

std::optional<Version> find_current(db::Connection& c, std::string_view slug, std::string_view year) {
  return first(c.exec("SELECT " VERSION_COLUMNS FROM_VERSIONS
                      "WHERE a.slug = ? AND a.year = ? ORDER BY a.version DESC LIMIT 1",
                      slug, year),
               version_from);
}

std::optional<Version> find_version(db::Connection& c, AssessmentId id) {
  return first(c.exec("SELECT " VERSION_COLUMNS FROM_VERSIONS "WHERE a.id = ?", id), version_from);
}

std::vector<Version> versions(db::Connection& c, std::string_view slug) {
  return all(
      c.exec("SELECT " VERSION_COLUMNS FROM_VERSIONS "WHERE a.slug = ? ORDER BY a.year DESC, a.version DESC",
             slug),
      version_from);
}

std::vector<std::string> years(db::Connection& c) {
  return all(c.exec("SELECT DISTINCT year FROM assessment ORDER BY year DESC"),
             [](const db::Row& row) { return row.text(0); });
}

std::vector<SectionSummary> sections(db::Connection& c, AssessmentId id) {
  return all(
      c.exec("SELECT " SECTION_COLUMNS " FROM section s WHERE s.assessment_id = ? ORDER BY s.position", id),
      section_from);
}

std::vector<SectionSummary> sections_of_current(db::Connection& c) {
  return all(c.exec("SELECT " SECTION_COLUMNS " FROM section s JOIN assessment a ON a.id = s.assessment_id "
                    "JOIN assessment_slug l ON l.slug = a.slug"
                    " WHERE " IS_CURRENT " ORDER BY l.id, s.position"),
             section_from);
}

std::vector<SectionSummary> sections_of_each_year(db::Connection& c) {
  return all(c.exec("SELECT " SECTION_COLUMNS " FROM section s JOIN assessment a ON a.id = s.assessment_id "
                    "JOIN assessment_slug l ON l.slug = a.slug"
                    " WHERE " IS_NEWEST_OF_ITS_YEAR " ORDER BY a.year DESC, l.id, s.position"),
             section_from);
}

std::optional<SectionSummary> find_section(db::Connection& c, SectionId id) {
  return first(c.exec("SELECT " SECTION_COLUMNS " FROM section s WHERE s.id = ?", id), section_from);
}

}  // namespace assessments
