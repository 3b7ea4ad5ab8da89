// The Resources menu: which entries a person sees.
#pragma once

#include <string_view>
#include <vector>

#include "access/actor.h"

namespace html {

struct MenuEntry {
  std::string_view href;
  std::string_view label;
  std::string_view icon;
  unsigned who;  // of web::Who
};

std::vector<MenuEntry> menu_for(const access::Actor&);

}  // namespace html
