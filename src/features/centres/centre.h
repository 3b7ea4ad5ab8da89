// An exam centre: its number (five digits, as the awarding bodies know it) and its name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/refusal.h"

namespace centres {

struct Centre {
  access::CentreId id;
  std::string number;
  std::string name;
};

// What is wrong with a new centre's number and name (fields "number" and "name"); empty when nothing is.
std::vector<base::FieldError> check(std::string_view number, std::string_view name);

}  // namespace centres
