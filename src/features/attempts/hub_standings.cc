#include "features/attempts/hub_standings.h"

#include <array>

namespace attempts {
namespace {

// One row for each person counted, t what they did; its arguments are those of arguments().
#define EXAMS_PEOPLE_COUNTED                                                                            \
  "FROM account a LEFT JOIN (SELECT r.account_id, "                                                     \
  "SUM(CASE WHEN r.passed_version >= s.passes_since THEN 1 ELSE 0 END) AS passed, "                     \
  "MAX(CASE WHEN r.passed_version >= s.passes_since THEN r.passed_at END) AS passed_at "                \
  "FROM section_result r LEFT JOIN section s ON s.assessment_id = ? AND s.section_key = r.section_key " \
  "WHERE r.year = ? AND r.slug = ? GROUP BY r.account_id) t ON t.account_id = a.id "                    \
  "LEFT JOIN hidden_assessment h ON h.account_id = a.id AND h.slug = ? "                                \
  "WHERE a.centre_id IS NOT NULL AND (t.account_id IS NOT NULL OR (a.role IN (?, ?, ?) AND h.account_id IS NULL)) "

std::vector<db::Value> arguments(const assessments::Version& version) {
  std::vector<db::Value> args{version.id, version.year, version.slug, version.slug};
  for (std::size_t i = 0; i < 3; ++i) {
    args.emplace_back(i < version.audience.size() ? access::code(version.audience[i]) : std::string_view{});
  }
  return args;
}

bool reports(const access::Actor& actor) {
  return actor.role == access::Role::hub_operator;
}

}  // namespace

std::vector<CentreStanding> centre_standings(db::Connection& c, const access::Actor& actor,
                                             const assessments::Version& version) {
  std::vector<CentreStanding> all;
  if (!reports(actor)) return all;
  std::vector<db::Value> args{version.section_count};
  for (auto& arg : arguments(version)) args.push_back(std::move(arg));
  for (const auto& row :
       c.exec_values("SELECT a.centre_id, a.role, COUNT(*), COUNT(t.account_id), "
                     "CAST(SUM(CASE WHEN t.passed = ? THEN 1 ELSE 0 END) AS BIGINT) " EXAMS_PEOPLE_COUNTED
                     "GROUP BY a.centre_id, a.role ORDER BY a.centre_id, a.role",
                     args)) {
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
                                             const assessments::Version& version) {
  std::vector<PersonStanding> all;
  if (!reports(actor)) return all;
  for (const auto& row : c.exec_values("SELECT a.centre_id, a.role, a.first_name, a.last_name, t.account_id, "
                                       "CAST(t.passed AS BIGINT), t.passed_at " EXAMS_PEOPLE_COUNTED
                                       "ORDER BY a.centre_id, a.sort_key, a.id",
                                       arguments(version))) {
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

}  // namespace attempts
