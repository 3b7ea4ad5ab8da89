// Which centre numbers are taken.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"

namespace centres {

struct NumberOwner {
  std::string name;
  bool closed = false;
};

// The centre that has each number, in order. Nobody but a Hub operator is told of any.
std::vector<std::optional<NumberOwner>> number_owners(db::Connection&, const access::Actor&,
                                                      std::span<const std::string> numbers);

}  // namespace centres
