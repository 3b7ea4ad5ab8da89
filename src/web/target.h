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
  std::string
      host{};  // of an absolute one, as proxies send it: http://hub.example.org:8080/users; else empty
};

// Nothing unless it starts with / or http://HOST or https://HOST, is ASCII without controls, and every
// segment of its path decodes to text that is neither . nor .. and holds no slash, backslash or control
// character.
std::optional<Target> parse_target(std::string_view);

// An address as browsers write it in the Origin header: https://Hub.example.org:443/ ->
// https://hub.example.org
std::string normal_origin(std::string_view url);

}  // namespace web
