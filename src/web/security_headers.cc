#include "web/security_headers.h"

#include <array>

#include "web/wire_text.h"

namespace web {
namespace {

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

}  // namespace web
