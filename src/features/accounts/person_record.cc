#include "features/accounts/person_record.h"

#include "access/rules.h"
#include "features/accounts/account_rows.h"

namespace accounts {

std::optional<Account> find_by_email(db::Connection& connection, const access::Actor& actor,
                                     access::CentreId centre, std::string_view email) {
  if (!access::runs_hub(actor)) return std::nullopt;
  const auto rows =
      connection.exec("SELECT " EXAMS_ACCOUNT_COLUMNS " FROM account WHERE email_key = ? AND centre_id = ?",
                      email_key(email), centre);
  return rows.empty() ? std::nullopt : std::optional(account_from(rows.front()));
}

std::optional<Account> find(db::Connection& connection, const access::RecordScope& scope) {
  return find_in(connection, scope.centre, scope.person);
}

std::optional<Origin> origin(db::Connection& connection, const access::RecordScope& scope) {
  return origin_in(connection, scope.centre, scope.person);
}

}  // namespace accounts
