#include <stdexcept>

#include "web/response.h"

namespace web {
namespace {

constexpr std::string_view attributes = "; Path=/; HttpOnly; SameSite=Lax";

}  // namespace

std::string cookie_name(std::string_view name, bool secure) {
  return (secure ? "__Host-" : "") + std::string(name);
}

std::string set_cookie(std::string_view name, std::string_view value, bool secure) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  if (value.find_first_not_of(allowed) != std::string_view::npos)
    throw std::logic_error("a cookie that is no token");
  return cookie_name(name, secure) + "=" + std::string(value) + std::string(attributes) +
         (secure ? "; Secure" : "");
}

std::string clear_cookie(std::string_view name, bool secure) {
  return set_cookie(name, "", secure) + "; Max-Age=0";
}

}  // namespace web
