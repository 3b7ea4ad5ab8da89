#include "web/response.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "web/wire_text.h"

namespace web {
namespace {

constexpr std::string_view token_characters =
    "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

Response with_type(std::string_view type, std::string body, int status) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  response.header("Content-Type", std::string(type));
  return response;
}

// An address's own characters as they are, everything else escaped, so that any script may stand in it.
std::string as_location(std::string_view address) {
  std::string result;
  for (const char c : address) {
    result += c > ' ' && c <= '~' ? std::string(1, c) : percent_encoded(std::string_view(&c, 1));
  }
  return result;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> headers{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
     "connect-src "
     "'self'; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Frame-Options", "DENY"},
    {"Permissions-Policy",
     "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
     "magnetometer=(), "
     "microphone=(), midi=(), payment=(), usb=()"},
}};

}  // namespace

bool safe_header(std::string_view name, std::string_view value) {
  const auto unsafe = [](char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == 0x7F; };
  return !name.empty() && name.find_first_not_of(token_characters) == std::string_view::npos &&
         std::ranges::none_of(value, unsafe);
}

Response& Response::header(std::string name, std::string value) {
  if (!safe_header(name, value))
    throw std::logic_error("a header that would break out of its line: " + lower_case(name));
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

std::string_view Response::header_value(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (same_word(key, name)) return value;
  }
  return {};
}

Response Response::html(std::string body, int status) {
  return with_type("text/html; charset=utf-8", std::move(body), status);
}

Response Response::text(std::string body, int status) {
  return with_type("text/plain; charset=utf-8", std::move(body), status);
}

Response Response::see_other(std::string_view location) {
  if (!is_local_path(location)) throw std::logic_error("a redirect that leaves this site");
  Response response;
  response.status = 303;
  response.header("Location", as_location(location));
  return response;
}

bool is_local_path(std::string_view path) {
  // Browsers read \ as / and drop tabs and newlines: "/\t/evil.example" is another site.
  const auto odd = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\\' || c == 0x7F; };
  return path.starts_with('/') && !path.starts_with("//") && std::ranges::none_of(path, odd);
}

void add_security_headers(Response& response, bool hsts) {
  for (const auto& [name, value] : headers) {
    if (response.header_value(name).empty()) response.headers.emplace_back(name, value);
  }
  if (hsts) response.headers.emplace_back("Strict-Transport-Security", hsts_value);
  if (response.cacheable) return;
  std::erase_if(response.headers,
                [](const auto& header) { return same_word(header.first, "cache-control"); });
  response.headers.emplace_back("Cache-Control", "no-store");
}

std::string http_date(std::chrono::system_clock::time_point time) {
  using namespace std::chrono;
  constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(floor<seconds>(time - day));
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", weekdays[weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

}  // namespace web
