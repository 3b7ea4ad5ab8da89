#include "features/accounts/centre_people.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "access/rules.h"

namespace accounts {
namespace {

constexpr std::size_t at_once = 50;

void count(CentrePeople& people, const db::Row& row) {
  const auto role = access::stored_role(row.text(1));
  const auto number = static_cast<std::size_t>(row.integer(2));
  if (role == access::Role::exams_officer) people.exams_officers = number;
  if (role == access::Role::senior_leader) people.senior_leaders = number;
  if (role == access::Role::invigilator) people.invigilators = number;
  people.active += static_cast<std::size_t>(row.integer(3));
  people.last_signed_in_at = std::max(people.last_signed_in_at, row.maybe_instant(4));
}

}  // namespace

std::vector<CentrePeople> people_of(db::Connection& connection, const access::Actor& actor,
                                    std::span<const access::CentreId> centres) {
  std::vector<CentrePeople> all(centres.size());
  if (!access::runs_hub(actor) || centres.empty()) return all;
  if (centres.size() > at_once) throw std::logic_error("people are counted for at most 50 centres at once");
  for (const auto& row : connection.exec(
           "SELECT centre_id, role, COUNT(*), "
           "CAST(SUM(CASE WHEN last_signed_in_at >= ? THEN 1 ELSE 0 END) AS BIGINT), MAX(last_signed_in_at) "
           "FROM account WHERE centre_id IN (?) GROUP BY centre_id, role",
           connection.now() - active_days, db::keys(centres))) {
    const auto place = std::ranges::find(centres, row.id<access::CentreId>(0)) - centres.begin();
    count(all[static_cast<std::size_t>(place)], row);
  }
  return all;
}

std::vector<CentreContact> centre_contacts(db::Connection& connection, const access::Actor& actor,
                                           std::span<const access::CentreId> centres) {
  std::vector<CentreContact> contacts;
  if (!access::runs_hub(actor)) return contacts;
  for (const auto& row : connection.exec(
           "SELECT c.id, c.number, c.name, a.first_name, a.last_name, a.email FROM centre c "
           "JOIN account a ON a.centre_id = c.id AND a.role = 'EO' AND a.centre_admin = 1 WHERE c.id IN (?) "
           "ORDER BY c.number, a.sort_key, a.id",
           db::keys(centres))) {
    contacts.push_back({{row.id<access::CentreId>(0), row.text(1), row.text(2)},
                        row.text(3) + " " + row.text(4),
                        row.text(5)});
  }
  return contacts;
}

}  // namespace accounts
