#include "features/visibility/person_record.h"

namespace visibility {

RecordedAccess access_of(db::Connection& c, const access::RecordScope& scope) {
  RecordedAccess found;
  for (const auto& row :
       c.exec("SELECT (SELECT a.title FROM assessment a WHERE a.slug = h.slug ORDER BY a.year DESC, "
              "a.version DESC"
              " LIMIT 1) FROM hidden_assessment h WHERE h.account_id = ? AND +h.centre_id = ? "
              "ORDER BY h.slug",
              scope.person, scope.centre)) {
    found.hidden.push_back(row.text(0));
  }
  const auto rows = c.exec(
      "SELECT e.percent, e.given_at, g.first_name, g.last_name FROM extra_time e"
      " LEFT JOIN account g ON g.id = e.given_by AND g.centre_id = e.centre_id"
      " WHERE e.account_id = ? AND e.centre_id = ?",
      scope.person, scope.centre);
  if (rows.empty()) return found;
  const auto& row = rows.front();
  found.extra_time_percent = static_cast<int>(row.integer(0));
  found.given_at = row.instant(1);
  if (!row.is_null(2)) found.given_by = row.text(2) + " " + row.text(3);
  return found;
}

}  // namespace visibility
