#include "features/centres/numbers.h"

#include <unordered_map>

#include "db/for_keys.h"

namespace centres {

std::vector<std::optional<NumberOwner>> number_owners(db::Connection& connection, const access::Actor& actor,
                                                      std::span<const std::string> numbers) {
  std::vector<std::optional<NumberOwner>> owners(numbers.size());
  if (actor.role != access::Role::hub_operator) return owners;
  std::unordered_map<std::string, NumberOwner> taken;
  const std::vector<db::Value> keys(numbers.begin(), numbers.end());
  for (const auto& row :
       db::exec_for_keys(connection, "SELECT number, name, closed_at FROM centre WHERE number", keys)) {
    taken.emplace(row.text(0), NumberOwner{row.text(1), !row.is_null(2)});
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (const auto found = taken.find(numbers[i]); found != taken.end()) owners[i] = found->second;
  }
  return owners;
}

}  // namespace centres
