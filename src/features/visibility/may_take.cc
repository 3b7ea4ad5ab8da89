#include "features/visibility/may_take.h"

#include <map>

namespace visibility {
bool sees(db::Connection& c, const access::Actor& actor, const assessments::Version& current) {
  if (!current.is_for(actor.role)) return false;
  if (actor.role != access::Role::invigilator) return true;
  return c
      .exec("SELECT slug FROM hidden_assessment WHERE account_id = ? AND centre_id = ? AND slug = ?",
            actor.account, actor.centre, current.slug)
      .empty();
}

bool may_take(db::Connection& c, const access::Actor& actor, std::string_view slug) {
  const auto current = assessments::find_current(c, slug);
  return current && !current->withdrawn_at && sees(c, actor, *current);
}

int extra_time_percent(db::Connection& c, const access::Actor& actor) {
  const auto rows = c.exec("SELECT percent FROM extra_time WHERE account_id = ? AND centre_id = ?",
                           actor.account, actor.centre);
  return rows.empty() ? 0 : static_cast<int>(rows.front().integer(0));
}

std::vector<std::optional<Viewer>> viewers(db::Connection& c, const access::Actor& actor,
                                           std::span<const access::AccountId> accounts) {
  // The plus keeps SQLite from an index that begins with the centre, and would read all of it.
  const auto ids = db::keys(accounts);
  std::map<access::AccountId, Viewer> found;
  for (const auto& row :
       c.exec("SELECT id, role FROM account WHERE +centre_id = ? AND id IN (?)", actor.centre, ids)) {
    found.emplace(row.id<access::AccountId>(0), Viewer{access::stored_role(row.text(1))});
  }
  for (const auto& row :
       c.exec("SELECT account_id, slug FROM hidden_assessment WHERE +centre_id = ? AND account_id IN (?)",
              actor.centre, ids)) {
    const auto viewer = found.find(row.id<access::AccountId>(0));
    if (viewer != found.end() && viewer->second.role == access::Role::invigilator) {
      viewer->second.hidden.insert(row.text(1));
    }
  }
  std::vector<std::optional<Viewer>> viewers;
  for (const auto account : accounts) {
    const auto viewer = found.find(account);
    viewers.push_back(viewer == found.end() ? std::nullopt : std::optional(viewer->second));
  }
  return viewers;
}

}  // namespace visibility
