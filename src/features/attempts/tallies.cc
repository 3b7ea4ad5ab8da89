#include "features/attempts/tallies.h"

#include "access/rules.h"

namespace attempts {

std::vector<Tally> tallies(db::Connection& c, const access::Actor& actor,
                           const assessments::Version& version) {
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
