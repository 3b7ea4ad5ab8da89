#include "db/for_keys.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace db {
namespace {

constexpr std::size_t at_once = 250;

std::string places(std::size_t count) {
  std::string list = " IN (?";
  for (std::size_t i = 1; i < count; ++i) list += ", ?";
  return list + ")";
}

}  // namespace

Rows exec_for_keys(Connection& connection, std::string_view select_where, std::span<const Value> keys,
                   std::string_view rest) {
  static const std::string many = places(at_once);
  const auto size = keys.size() == 1 ? std::size_t{1} : at_once;
  const std::string sql = std::string(select_where) + (size == 1 ? places(1) : many) + std::string(rest);
  Rows found;
  for (std::size_t start = 0; start < keys.size(); start += size) {
    std::vector<Value> args;
    args.reserve(size);
    for (std::size_t i = start; i < start + size; ++i) {
      args.push_back(keys[std::min(i, keys.size() - 1)]);  // filled up with the last one
    }
    std::ranges::move(connection.exec_values(sql, args), std::back_inserter(found));
  }
  return found;
}

}  // namespace db
