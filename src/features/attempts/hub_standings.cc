#include "features/attempts/hub_standings.h"

#include <algorithm>
#include <stdexcept>

namespace attempts {
namespace {

constexpr std::size_t at_once = max_centres_at_once;

std::string of_centres(std::string_view column) {
  auto sql = std::string(column) + " IN (?";
  for (std::size_t i = 1; i < at_once; ++i) sql += ", ?";
  return sql + ") ";
}

// One row for each person counted, t what they did; its arguments are those of arguments().
std::string people_counted() {
  return "FROM account a LEFT JOIN (SELECT r.account_id, "
         "SUM(CASE WHEN r.passed_version >= s.passes_since THEN 1 ELSE 0 END) AS passed, "
         "MAX(CASE WHEN r.passed_version >= s.passes_since THEN r.passed_at END) AS passed_at "
         "FROM section_result r LEFT JOIN section s ON s.assessment_id = ? AND s.section_key = r.section_key "
         "WHERE r.year = ? AND r.slug = ? AND " +
         of_centres("r.centre_id") +
         "GROUP BY r.account_id) t ON t.account_id = a.id "
         "LEFT JOIN hidden_assessment h ON h.account_id = a.id AND h.slug = ? "
         "WHERE " +
         of_centres("a.centre_id") +
         "AND (t.account_id IS NOT NULL OR (a.role IN (?, ?, ?) AND h.account_id IS NULL)) ";
}

using Centres = std::span<const access::CentreId>;

std::vector<db::Value> arguments(const assessments::Version& version, Centres centres) {
  std::vector<db::Value> args{version.id, version.year, version.slug};
  const auto add_centres = [&] {  // filled up with the last one
    for (std::size_t i = 0; i < at_once; ++i) args.emplace_back(centres[std::min(i, centres.size() - 1)]);
  };
  add_centres();
  args.emplace_back(version.slug);
  add_centres();
  for (std::size_t i = 0; i < 3; ++i) {
    args.emplace_back(i < version.audience.size() ? access::code(version.audience[i]) : std::string_view{});
  }
  return args;
}

bool reports(const access::Actor& actor, Centres centres) {
  if (centres.size() > at_once) throw std::logic_error("people are counted for at most 50 centres at once");
  return actor.role == access::Role::hub_operator && !centres.empty();
}

}  // namespace

std::vector<CentreStanding> centre_standings(db::Connection& c, const access::Actor& actor,
                                             const assessments::Version& version, Centres centres) {
  std::vector<CentreStanding> all;
  if (!reports(actor, centres)) return all;
  static const auto sql =
      "SELECT a.centre_id, a.role, COUNT(*), COUNT(t.account_id), "
      "CAST(SUM(CASE WHEN t.passed = ? THEN 1 ELSE 0 END) AS BIGINT) " +
      people_counted() + "GROUP BY a.centre_id, a.role ORDER BY a.centre_id, a.role";
  std::vector<db::Value> args{version.section_count};
  for (auto& arg : arguments(version, centres)) args.push_back(std::move(arg));
  for (const auto& row : c.exec_values(sql, args)) {
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
  static const auto sql =
      "SELECT a.centre_id, a.role, a.first_name, a.last_name, t.account_id, CAST(t.passed AS BIGINT), "
      "t.passed_at " +
      people_counted() + "ORDER BY a.centre_id, a.sort_key, a.id";
  for (const auto& row : c.exec_values(sql, arguments(version, centres))) {
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
  if (actor.role != access::Role::hub_operator) return counts;
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
