#include "features/sign_in/person_record.h"

#include <algorithm>

#include "features/sign_in/session.h"

namespace sign_in {

std::size_t open_sessions(db::Connection& connection, const access::RecordScope& scope) {
  const auto now = connection.now();
  const auto rows = connection.exec(
      "SELECT s.created_at, s.last_seen_at FROM session s JOIN account a ON a.id = s.account_id"
      " WHERE s.account_id = ? AND a.centre_id = ?",
      scope.person, scope.centre);
  return static_cast<std::size_t>(std::ranges::count_if(
      rows, [&](const db::Row& row) { return Span{row.instant(0), row.instant(1)}.open(now); }));
}

}  // namespace sign_in
