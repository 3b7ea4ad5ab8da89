#include "features/attempts/hub_standings.h"

#include <algorithm>
#include <stdexcept>

#include "access/rules.h"

namespace attempts {
namespace {

using Centres = std::span<const access::CentreId>;

// From one row for each person counted, t what they did.
db::Query& add_people_counted(db::Query& query, const assessments::Version& version, Centres centres) {
  const auto code = [&](std::size_t i) {
    return i < version.audience.size() ? access::code(version.audience[i]) : std::string_view{};
  };
  return query.also(
      " FROM account a LEFT JOIN (SELECT r.account_id, "
      "SUM(CASE WHEN r.passed_version >= s.passes_since THEN 1 ELSE 0 END) AS passed, "
      "MAX(CASE WHEN r.passed_version >= s.passes_since THEN r.passed_at END) AS passed_at "
      "FROM section_result r LEFT JOIN section s ON s.assessment_id = ? AND s.section_key = r.section_key "
      "WHERE r.year = ? AND r.slug = ? AND r.centre_id IN (?) GROUP BY r.account_id) t ON t.account_id = "
      "a.id "
      "LEFT JOIN hidden_assessment h ON h.account_id = a.id AND h.slug = ? WHERE a.centre_id IN (?) "
      "AND (t.account_id IS NOT NULL OR (a.role IN (?, ?, ?) AND h.account_id IS NULL)) ",
      version.id, version.year, version.slug, db::keys(centres), version.slug, db::keys(centres), code(0),
      code(1), code(2));
}

bool reports(const access::Actor& actor, Centres centres) {
  if (centres.size() > max_centres_at_once)
    throw std::logic_error("people are counted for at most 50 centres at once");
  return access::runs_hub(actor) && !centres.empty();
}

}  // namespace

std::vector<CentreStanding> centre_standings(db::Connection& c, const access::Actor& actor,
                                             const assessments::Version& version, Centres centres) {
  std::vector<CentreStanding> all;
  if (!reports(actor, centres)) return all;
  db::Query query(
      "SELECT a.centre_id, a.role, COUNT(*), COUNT(t.account_id), "
      "CAST(SUM(CASE WHEN t.passed = ? THEN 1 ELSE 0 END) AS BIGINT)",
      version.section_count);
  add_people_counted(query, version, centres)
      .also("GROUP BY a.centre_id, a.role ORDER BY a.centre_id, a.role");
  for (const auto& row : c.exec(query)) {
    const auto passed = static_cast<std::size_t>(row.integer(4));
    all.push_back({.centre = row.id<access::CentreId>(0),
                   .role = access::stored_role(row.text(1)),
                   .people = static_cast<std::size_t>(row.integer(2)),
                   .started = static_cast<std::size_t>(row.integer(3)) - passed,
                   .passed = passed});
  }
  return all;
}

std::vector<PersonStanding> person_standings(db::Connection& c, const access::Actor& actor,
                                             const assessments::Version& version, Centres centres) {
  std::vector<PersonStanding> all;
  if (!reports(actor, centres)) return all;
  db::Query query(
      "SELECT a.centre_id, a.role, a.first_name, a.last_name, t.account_id, CAST(t.passed AS BIGINT), "
      "t.passed_at");
  add_people_counted(query, version, centres).also("ORDER BY a.centre_id, a.sort_key, a.id");
  for (const auto& row : c.exec(query)) {
    const bool passed = row.maybe_integer(5) == static_cast<std::int64_t>(version.section_count);
    all.push_back({.centre = row.id<access::CentreId>(0),
                   .role = access::stored_role(row.text(1)),
                   .first_name = row.text(2),
                   .last_name = row.text(3),
                   .status = passed           ? Status::passed
                             : row.is_null(4) ? Status::not_started
                                              : Status::started,
                   .passed_at = passed ? row.maybe_instant(6) : std::nullopt});
  }
  return all;
}

YearCounts year_counts(db::Connection& c, const access::Actor& actor) {
  YearCounts counts;
  if (!access::runs_hub(actor)) return counts;
  for (const auto& row :
       c.exec("WITH newest AS MATERIALIZED (SELECT a.slug, a.year, a.section_count, s.section_key, "
              "s.passes_since"
              " FROM assessment a JOIN section s ON s.assessment_id = a.id WHERE NOT EXISTS (SELECT 1 FROM "
              "assessment n"
              " WHERE n.slug = a.slug AND n.year = a.year AND n.version > a.version))"
              " SELECT t.slug, t.year, COUNT(*), CAST(SUM(CASE WHEN t.passed = t.sections THEN 1 ELSE 0 END) "
              "AS BIGINT)"
              " FROM (SELECT r.slug AS slug, r.year AS year, MAX(newest.section_count) AS sections,"
              " SUM(CASE WHEN r.passed_version >= newest.passes_since THEN 1 ELSE 0 END) AS passed"
              " FROM section_result r LEFT JOIN newest ON newest.slug = r.slug AND newest.year = r.year"
              " AND newest.section_key = r.section_key GROUP BY r.account_id, r.slug, r.year) t"
              " GROUP BY t.slug, t.year")) {
    const auto passed = static_cast<std::size_t>(row.integer(3));
    counts[{row.text(0), row.text(1)}] = {.passed = passed,
                                          .under_way = static_cast<std::size_t>(row.integer(2)) - passed};
  }
  return counts;
}

}  // namespace attempts
