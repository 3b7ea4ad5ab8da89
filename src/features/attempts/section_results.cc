#include "features/attempts/section_results.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace attempts {
namespace {

constexpr std::size_t at_once = 250;

#define RESULT_COLUMNS "failed_attempts, open_attempt, passed_attempt, passed_version, passed_at"

SectionResult result_from(const db::Row& row, std::size_t first) {
  return {.failed_attempts = static_cast<std::size_t>(row.integer(first)),
          .open_attempt = row.maybe_integer(first + 1),
          .passed_attempt = row.maybe_integer(first + 2),
          .passed_version = row.maybe_integer(first + 3),
          .passed_at = row.maybe_instant(first + 4)};
}

std::string with_accounts(std::string_view select, std::size_t count) {
  std::string sql = std::string(select) + " WHERE centre_id = ? AND account_id IN (?";
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

std::map<access::AccountId, PersonResults> section_results(db::Connection& c, const access::Actor& actor,
                                                           std::span<const access::AccountId> accounts) {
  std::map<access::AccountId, PersonResults> found;
  const auto rows = of_accounts(c, actor, accounts,
                                "SELECT account_id, slug, year, section_key, " RESULT_COLUMNS " FROM section_result");
  for (const auto& row : rows) {
    found[row.id<access::AccountId>(0)][{row.text(1), row.text(2)}][row.text(3)] = result_from(row, 4);
  }
  return found;
}

std::set<access::AccountId> with_results(db::Connection& c, const access::Actor& actor,
                                         std::span<const access::AccountId> accounts) {
  std::set<access::AccountId> found;
  for (const auto& row : of_accounts(c, actor, accounts, "SELECT DISTINCT account_id FROM section_result")) {
    found.insert(row.id<access::AccountId>(0));
  }
  return found;
}

ResultsBySection section_results(db::Connection& c, const access::Actor& actor, access::AccountId account,
                                 std::string_view slug, std::string_view year) {
  ResultsBySection found;
  const auto rows = c.exec("SELECT section_key, " RESULT_COLUMNS
                           " FROM section_result WHERE centre_id = ? AND account_id = ? AND slug = ? AND year = ?",
                           actor.centre, account, slug, year);
  for (const auto& row : rows) found[row.text(0)] = result_from(row, 1);
  return found;
}

}  // namespace attempts
