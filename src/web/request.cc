#include "web/request.h"

#include <stdexcept>

#include "base/number.h"
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

std::string_view Request::header(std::string_view lower_case_name) const {
  for (const auto& [name, value] : headers) {
    if (name == lower_case_name) return value;
  }
  return {};
}

void Request::set_header(std::string_view lower_case_name, std::string value) {
  std::erase_if(headers, [&](const auto& header) { return header.first == lower_case_name; });
  headers.emplace_back(lower_case_name, std::move(value));
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  for (const auto& [header_name, value] : headers) {
    if (header_name != "cookie") continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto pair = rest.substr(0, rest.find(';'));
      rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
      const auto equals = pair.find('=');
      if (equals == std::string_view::npos || stripped(pair.substr(0, equals)) != name) continue;
      return std::string(stripped(pair.substr(equals + 1)));
    }
  }
  return std::nullopt;
}

std::string_view Request::path_value(std::string_view name) const {
  for (const auto& [key, value] : path_values) {
    if (key == name) return value;
  }
  throw std::logic_error("no {" + std::string(name) + "} in the pattern " + route);
}

std::int64_t Request::path_id(std::string_view name) const {
  const std::string_view text = path_value(name);
  const auto number = base::number_from<std::int64_t>(text);
  // One address for one thing: 012 is not 12.
  return number && *number > 0 && text.front() != '0' ? *number : 0;
}

const access::Actor& Request::actor() const {
  if (!session) throw std::logic_error("nobody is signed in on " + route);
  return session->actor;
}

const Form& Request::form() const {
  if (!form_) {
    form_ = parse_form(header("content-type"), body);
    if (!form_) throw MalformedForm{};
  }
  return *form_;
}

void Request::drop_body() {
  body = {};
  form_.reset();
}

bool Request::wants_fragment() const {
  return header("hx-request") == "true";
}

std::string sign_in_address(const Request& request) {
  const auto next = request.wants_fragment() ? page_of_fragment(request) : path_and_query(request);
  if (next == "/" || !is_local_path(next)) return "/sign-in";
  return "/sign-in?next=" + percent_encoded(next);
}

}  // namespace web
