// The request line's target, strictly: what any two programs would read alike, or nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/form.h"

namespace web {

struct Target {
  std::string path;  // decoded
  Fields query;
};

// Nothing unless it starts with /, is ASCII without controls, and every segment decodes to text that is neither . nor
// .. and holds no slash, backslash or control character.
std::optional<Target> parse_target(std::string_view);

}  // namespace web
