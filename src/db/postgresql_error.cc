#include "db/postgresql_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <stdexcept>

#include "db/errors.h"

namespace db {

namespace {

constexpr std::string_view crossed[] = {"40001", "40P01", "55P03"};
constexpr std::string_view refused_by_a_check[] = {"23514", "23502", "P0001"};
constexpr std::string_view of_no_more_use[] = {"26000", "0A000"};

// The first two characters: lost connection, out of resources, stopped by an operator, system error, corrupt
// data; and not allowed to (an operator must grant it).
constexpr std::string_view out_of_reach[] = {"08", "53", "57", "58", "XX", "28", "3D"};

bool one_of(std::string_view state, std::span<const std::string_view> states) {
  return std::ranges::find(states, state) != states.end();
}

}  // namespace

bool ends_the_connection(std::string_view sqlstate) {
  return one_of(sqlstate, of_no_more_use) || sqlstate.starts_with("08") || sqlstate.starts_with("57P");
}

void throw_postgresql_error(std::string_view sqlstate, std::string_view message, std::string_view what) {
  const std::string whole = fmt::format("{} (SQLSTATE {}): {}", message, sqlstate, what);
  if (sqlstate == "23505" || sqlstate == "23P01") throw UniqueViolation(whole);
  if (sqlstate == "23503") throw ForeignKeyViolation(whole);
  if (one_of(sqlstate, refused_by_a_check)) throw CheckViolation(whole);
  if (one_of(sqlstate, crossed)) throw Contended(whole);
  if (sqlstate == "42501" || one_of(sqlstate, of_no_more_use) || one_of(sqlstate.substr(0, 2), out_of_reach))
    throw Unreachable(whole);
  // The message of a class 22 error quotes the value, which may be somebody's name.
  if (sqlstate.starts_with("22")) throw std::logic_error(fmt::format("SQLSTATE {}: {}", sqlstate, what));
  throw std::logic_error(whole);
}

}  // namespace db
