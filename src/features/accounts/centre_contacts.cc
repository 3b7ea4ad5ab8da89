#include "features/accounts/centre_contacts.h"

#include "db/for_keys.h"

namespace accounts {

std::vector<CentreContact> centre_contacts(db::Connection& connection, const access::Actor& actor,
                                           std::span<const access::CentreId> centres) {
  std::vector<CentreContact> contacts;
  if (actor.role != access::Role::hub_operator) return contacts;
  const std::vector<db::Value> keys(centres.begin(), centres.end());
  for (const auto& row : db::exec_for_keys(
           connection,
           "SELECT c.id, c.number, c.name, a.first_name, a.last_name, a.email FROM centre c "
           "JOIN account a ON a.centre_id = c.id AND a.role = 'EO' AND a.centre_admin = 1 WHERE c.id",
           keys, " ORDER BY c.number, a.sort_key, a.id")) {
    contacts.push_back({{row.id<access::CentreId>(0), row.text(1), row.text(2)},
                        row.text(3) + " " + row.text(4),
                        row.text(5)});
  }
  return contacts;
}

}  // namespace accounts
