#include "features/accounts/account_row.h"
#include "features/accounts/account_store.h"

namespace accounts {

std::optional<Origin> origin(db::Connection& connection, const access::Actor& actor, access::AccountId id) {
  return origin_in(connection, actor.centre, id);
}

std::optional<Origin> origin_in(db::Connection& connection, access::CentreId centre, access::AccountId id) {
  const auto rows = connection.exec(
      "SELECT a.created_at, a.declaration_version, d.first_name, d.last_name FROM account a "
      "LEFT JOIN account d ON d.id = a.declared_by AND d.centre_id = a.centre_id WHERE a.id = ? AND "
      "a.centre_id = ?",
      id, centre);
  if (rows.empty()) return std::nullopt;
  const auto& row = rows.front();
  Origin found{.created_at = row.instant(0), .declaration_version = std::nullopt, .declared_by = {}};
  if (const auto version = row.maybe_integer(1)) found.declaration_version = static_cast<int>(*version);
  if (!row.is_null(2)) found.declared_by = row.text(2) + " " + row.text(3);
  return found;
}

}  // namespace accounts
