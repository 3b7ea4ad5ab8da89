// Where a person can go: one table for the Resources menu and for Home.
#pragma once

#include <string_view>
#include <vector>

#include "access/actor.h"

namespace html {

struct Place {
  std::string_view href;
  std::string_view label;
  std::string_view icon;
  unsigned who;              // of web::Who
  std::string_view about{};  // what Home says of it; empty: not on Home
  bool in_menu = true;
};

// Those of this person, in the order of the menu.
std::vector<Place> places_for(const access::Actor&);

}  // namespace html
