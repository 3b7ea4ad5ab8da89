#include "features/authoring/pages/command.h"

#include "base/number.h"

namespace authoring::pages {
namespace {

// The part up to the next colon, which is taken off.
std::string_view next_part(std::string_view& rest) {
  const auto end = rest.find(':');
  const auto part = rest.substr(0, end);
  rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
  return part;
}

std::size_t number_in(std::string_view text) {
  const auto number = base::number_from<std::size_t>(text);
  return number && *number > 0 ? *number - 1 : Command::none;
}

}  // namespace

Command command_from(std::string_view typed) {
  Command command;
  if (const auto name = next_part(typed); !name.empty()) command.name = name;
  command.first = number_in(next_part(typed));
  command.second = number_in(next_part(typed));
  return command;
}

}  // namespace authoring::pages
