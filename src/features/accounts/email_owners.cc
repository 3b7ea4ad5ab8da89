#include <fmt/format.h>

#include <unordered_map>

#include "features/accounts/account_rows.h"
#include "features/accounts/account_store.h"

namespace accounts {
namespace {

EmailOwner owner_from(const db::Row& row, const access::Actor& actor) {
  const auto centre = row.maybe_integer(2);
  if (centre != std::to_underlying(actor.centre)) return {EmailOwner::Where::elsewhere, {}};
  return {EmailOwner::Where::this_centre, row.text(3) + " " + row.text(4)};
}

}  // namespace

db::Rows rows_with_emails(db::Connection& connection, std::span<const std::string> email_keys) {
  return connection.exec(
      "SELECT id, email_key, centre_id, first_name, last_name FROM account WHERE email_key IN (?)",
      db::keys(email_keys));
}

std::vector<EmailOwner> email_owners(db::Connection& connection, const access::Actor& actor,
                                     std::span<const std::string> email_keys) {
  std::unordered_map<std::string, EmailOwner> taken;
  for (const auto& row : rows_with_emails(connection, email_keys)) {
    taken.emplace(row.text(1), owner_from(row, actor));
  }
  std::vector<EmailOwner> owners;
  owners.reserve(email_keys.size());
  for (const auto& key : email_keys) {
    const auto found = taken.find(key);
    owners.push_back(found == taken.end() ? EmailOwner{} : found->second);
  }
  return owners;
}

std::string email_taken(const EmailOwner& owner) {
  switch (owner.where) {
    case EmailOwner::Where::this_centre:
      return fmt::format(
          "{} is already a user of your centre with this email. Edit that user, or use another email.",
          owner.name);
    case EmailOwner::Where::elsewhere:
      return "This email is already registered with the Hub. Use another email for this person.";
    case EmailOwner::Where::nobody:
      break;
  }
  return {};
}

}  // namespace accounts
