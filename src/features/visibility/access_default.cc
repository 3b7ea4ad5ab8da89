#include "features/visibility/access_default.h"

#include <algorithm>
#include <map>

namespace visibility {
namespace {

void forget(db::Connection& c, const access::Actor& actor, std::span<const access::AccountId> accounts) {
  std::vector<std::vector<db::Value>> rows;
  for (const auto account : accounts) rows.push_back({actor.centre, account});
  c.exec_many("DELETE FROM hidden_assessment WHERE +centre_id = ? AND account_id = ?", rows);
}

// One query, because those who are added together have ids beside each other.
std::map<access::AccountId, std::string> names(db::Connection& c, const access::Actor& actor,
                                               std::span<const access::AccountId> accounts) {
  const auto [first, last] = std::ranges::minmax(accounts);
  std::map<access::AccountId, std::string> found;
  for (const auto& row :
       c.exec("SELECT id, first_name, last_name FROM account WHERE +centre_id = ? AND id >= ? AND id <= ?",
              actor.centre, first, last)) {
    found.emplace(row.id<access::AccountId>(0), row.text(1) + " " + row.text(2));
  }
  return found;
}

void record(db::Connection& c, const access::Actor& actor, std::span<const access::AccountId> accounts,
            const std::vector<audit::Detail>& details) {
  const auto name_of = names(c, actor, accounts);
  std::vector<audit::Event> events;
  for (const auto account : accounts) {
    events.push_back({audit::action::access_changed,
                      {"account", std::to_underlying(account), name_of.at(account)},
                      details});
  }
  audit::record_many(c, actor, events);
}

}  // namespace

base::Result<DefaultAccess> default_access(db::Connection& c, const access::Actor& actor) {
  if (!actor.centre_admin || actor.role != access::Role::exams_officer) {
    return base::refuse(
        base::Refusal::forbidden("Only a Centre Admin can choose which assessments new invigilators see."));
  }
  auto assessments = for_invigilators(c);
  auto hidden = common(hidden_by_default(c, actor), slugs_of(assessments));
  return DefaultAccess{std::move(assessments), std::move(hidden)};
}

base::Result<bool> set_default(db::Connection& c, const access::Actor& actor, const Slugs& hidden,
                               const std::optional<Slugs>& seen) {
  const auto now = default_access(c, actor);
  if (!now) return base::refuse(now.error());
  if (seen && *seen != now->hidden) {
    return base::refuse(base::Refusal::conflict("Someone else changed this while you had the page open."));
  }
  if (auto possible = can_be_hidden(now->assessments, hidden); !possible)
    return base::refuse(possible.error());
  const auto details = changes(now->assessments, now->hidden, hidden);
  if (details.empty()) return false;
  for (const auto& slug : without(hidden, now->hidden)) {
    c.exec(
        "INSERT INTO hidden_by_default (centre_id, slug) VALUES (?, ?) ON CONFLICT (centre_id, slug) DO "
        "NOTHING",
        actor.centre, slug);
  }
  for (const auto& slug : without(now->hidden, hidden)) {
    c.exec("DELETE FROM hidden_by_default WHERE centre_id = ? AND slug = ?", actor.centre, slug);
  }
  audit::record(c, actor,
                {audit::action::access_default_changed,
                 {"centre", std::to_underlying(actor.centre), actor.centre_name},
                 details});
  return true;
}

void NewInvigilators::given_role(db::Connection& c, const access::Actor& actor, access::Role role,
                                 std::span<const access::AccountId> accounts) {
  if (role != access::Role::invigilator || accounts.empty()) return;
  forget(c, actor, accounts);
  const auto slugs = hidden_by_default(c, actor);
  if (slugs.empty()) return;
  std::vector<Hidden> hidden;
  for (const auto account : accounts) {
    for (const auto& slug : slugs) hidden.emplace_back(account, slug);
  }
  hide(c, actor, hidden);
  if (const auto details = changes(for_invigilators(c), {}, slugs); !details.empty()) {
    record(c, actor, accounts, details);
  }
}

void erase_centre(db::Connection& connection, access::CentreId centre) {
  connection.exec("DELETE FROM hidden_by_default WHERE centre_id = ?", centre);
}

}  // namespace visibility
