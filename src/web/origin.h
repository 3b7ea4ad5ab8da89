#pragma once

#include <string>
#include <string_view>

namespace web {

// An address as browsers write it in the Origin header: https://Hub.example.org:443/ ->
// https://hub.example.org
std::string normal_origin(std::string_view url);

}  // namespace web
