#include "features/visibility/of_accounts.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace visibility {
namespace {

constexpr std::size_t at_once = 250;

// The plus keeps SQLite from an index that begins with the centre, and would read all of it.
std::string with_accounts(std::string_view select, std::string_view account, std::size_t count) {
  auto sql = fmt::format("{} WHERE +centre_id = ? AND {} IN (?", select, account);
  for (std::size_t i = 1; i < count; ++i) sql += ", ?";
  return sql + ")";
}

}  // namespace

// One text for a single account and one for many, so that both are kept prepared; a group is filled up with
// its last.
db::Rows of_accounts(db::Connection& c, const access::Actor& actor,
                     std::span<const access::AccountId> accounts, std::string_view select,
                     std::string_view account) {
  const auto size = accounts.size() == 1 ? std::size_t{1} : at_once;
  const auto sql = with_accounts(select, account, size);
  db::Rows found;
  for (std::size_t start = 0; start < accounts.size(); start += size) {
    std::vector<db::Value> args{actor.centre};
    for (std::size_t i = start; i < start + size; ++i)
      args.emplace_back(accounts[std::min(i, accounts.size() - 1)]);
    std::ranges::move(c.exec_values(sql, args), std::back_inserter(found));
  }
  return found;
}

}  // namespace visibility
