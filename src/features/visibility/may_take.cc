#include "features/visibility/may_take.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace visibility {
namespace {

constexpr std::size_t at_once = 250;

std::string with_accounts(std::string_view select, std::size_t count) {
  std::string sql = std::string(select) + " IN (?";
  for (std::size_t i = 1; i < count; ++i) sql += ", ?";
  return sql + ")";
}

// One text for a single account and one for many, so that both are kept prepared; a group is filled up with its last.
db::Rows of_accounts(db::Connection& c, const access::Actor& actor, std::span<const access::AccountId> accounts,
                     std::string_view select) {
  const auto size = accounts.size() == 1 ? std::size_t{1} : at_once;
  const auto sql = with_accounts(select, size);
  db::Rows found;
  for (std::size_t start = 0; start < accounts.size(); start += size) {
    std::vector<db::Value> args{actor.centre};
    for (std::size_t i = start; i < start + size; ++i) args.emplace_back(accounts[std::min(i, accounts.size() - 1)]);
    std::ranges::move(c.exec_values(sql, args), std::back_inserter(found));
  }
  return found;
}

}  // namespace

bool may_take(db::Connection& c, const access::Actor& actor, std::string_view slug) {
  const auto current = assessments::find_current(c, slug);
  if (!current || !current->is_for(actor.role)) return false;
  if (actor.role != access::Role::invigilator) return true;
  return c
      .exec("SELECT slug FROM hidden_assessment WHERE account_id = ? AND centre_id = ? AND slug = ?", actor.account,
            actor.centre, slug)
      .empty();
}

int extra_time_percent(db::Connection& c, const access::Actor& actor) {
  const auto rows =
      c.exec("SELECT percent FROM extra_time WHERE account_id = ? AND centre_id = ?", actor.account, actor.centre);
  return rows.empty() ? 0 : static_cast<int>(rows.front().integer(0));
}

std::vector<std::optional<Viewer>> viewers(db::Connection& c, const access::Actor& actor,
                                           std::span<const access::AccountId> accounts) {
  std::map<access::AccountId, Viewer> found;
  for (const auto& row : of_accounts(c, actor, accounts, "SELECT id, role FROM account WHERE centre_id = ? AND id")) {
    found.emplace(row.id<access::AccountId>(0), Viewer{access::stored_role(row.text(1))});
  }
  for (const auto& row : of_accounts(
           c, actor, accounts, "SELECT account_id, slug FROM hidden_assessment WHERE centre_id = ? AND account_id")) {
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
