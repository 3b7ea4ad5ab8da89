#include "web/sign_in_address.h"

#include "web/response.h"
#include "web/wire_text.h"

namespace web {
namespace {

std::string path_and_query(const Request& request) {
  std::string address;
  for (const char c : request.path) address += c == '/' ? "/" : percent_encoded(std::string_view(&c, 1));
  char separator = '?';
  for (const auto& [name, value] : request.query.items()) {
    address += separator + percent_encoded(name) + "=" + percent_encoded(value);
    separator = '&';
  }
  return address;
}

// https://hub.example.org/users?page=2 -> /users?page=2
std::string page_of_fragment(const Request& request) {
  const auto url = request.header("hx-current-url");
  const auto scheme = url.find("://");
  const auto slash = scheme == std::string_view::npos ? scheme : url.find('/', scheme + 3);
  return slash == std::string_view::npos ? "/" : std::string(url.substr(slash));
}

}  // namespace

std::string sign_in_address(const Request& request) {
  const auto next = request.wants_fragment() ? page_of_fragment(request) : path_and_query(request);
  if (next == "/" || !is_local_path(next)) return "/sign-in";
  return "/sign-in?next=" + percent_encoded(next);
}

}  // namespace web
