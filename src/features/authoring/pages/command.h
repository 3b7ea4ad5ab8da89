// Which button of the editor was pressed: do = "delete-option:3:2", counted from 1 in the page and from 0
// here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace authoring::pages {

struct Command {
  std::string name = "save";
  std::size_t first = none;
  std::size_t second = none;

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

Command command_from(std::string_view typed);  // "save" for an empty one

}  // namespace authoring::pages
