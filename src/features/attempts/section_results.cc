#include "features/attempts/section_results.h"

#include "features/visibility/of_accounts.h"

namespace attempts {
namespace {

#define RESULT_COLUMNS "failed_attempts, open_attempt, passed_attempt, passed_version, passed_at"

SectionResult result_from(const db::Row& row, std::size_t first) {
  return {.failed_attempts = static_cast<std::size_t>(row.integer(first)),
          .open_attempt = row.maybe_integer(first + 1),
          .passed_attempt = row.maybe_integer(first + 2),
          .passed_version = row.maybe_integer(first + 3),
          .passed_at = row.maybe_instant(first + 4)};
}

}  // namespace

std::map<access::AccountId, PersonResults> section_results(db::Connection& c, const access::Actor& actor,
                                                           std::span<const access::AccountId> accounts) {
  std::map<access::AccountId, PersonResults> found;
  const auto rows = visibility::of_accounts(
      c, actor, accounts,
      "SELECT account_id, slug, year, section_key, " RESULT_COLUMNS " FROM section_result", "account_id");
  for (const auto& row : rows) {
    found[row.id<access::AccountId>(0)][{row.text(1), row.text(2)}][row.text(3)] = result_from(row, 4);
  }
  return found;
}

std::set<access::AccountId> with_results(db::Connection& c, const access::Actor& actor,
                                         std::span<const access::AccountId> accounts) {
  std::set<access::AccountId> found;
  for (const auto& row : visibility::of_accounts(
           c, actor, accounts, "SELECT DISTINCT account_id FROM section_result", "account_id")) {
    found.insert(row.id<access::AccountId>(0));
  }
  return found;
}

ResultsBySection section_results(db::Connection& c, const access::Actor& actor, access::AccountId account,
                                 std::string_view slug, std::string_view year) {
  ResultsBySection found;
  const auto rows =
      c.exec("SELECT section_key, " RESULT_COLUMNS
             " FROM section_result WHERE centre_id = ? AND account_id = ? AND slug = ? AND year = ?",
             actor.centre, account, slug, year);
  for (const auto& row : rows) found[row.text(0)] = result_from(row, 1);
  return found;
}

}  // namespace attempts
