#include "web/head.h"

#include <algorithm>
#include <array>

#include "web/response.h"
#include "web/wire_text.h"

namespace web {
namespace {

constexpr std::size_t max_headers = 100;
const Fault malformed{400, {}};

std::size_t count(const Head& head, std::string_view name) {
  return static_cast<std::size_t>(
      std::ranges::count(head.headers, name, [](const auto& h) { return std::string_view(h.first); }));
}

std::string_view value(const Head& head, std::string_view name) {
  const auto found =
      std::ranges::find(head.headers, name, [](const auto& h) { return std::string_view(h.first); });
  return found == head.headers.end() ? std::string_view{} : std::string_view(found->second);
}

bool length_is_plain(const Head& head) {
  const auto codings = count(head, "transfer-encoding");
  const auto lengths = count(head, "content-length");
  if (codings > 0) {
    return codings == 1 && lengths == 0 && head.version == 11 &&
           same_word(value(head, "transfer-encoding"), "chunked");
  }
  if (lengths == 0) return true;
  const auto length = value(head, "content-length");
  return lengths == 1 && !length.empty() && length.size() <= 18 &&
         length.find_first_not_of("0123456789") == std::string_view::npos;
}

// Of these a second one could say something else than the first.
bool repeats_what_must_stand_once(const Head& head) {
  constexpr std::array<std::string_view, 8> once{"content-type",   "expect",           "origin",
                                                 "sec-fetch-site", "content-encoding", "authorization",
                                                 "hx-request",     "if-none-match"};
  return std::ranges::any_of(once, [&](std::string_view name) { return count(head, name) > 1; });
}

}  // namespace

std::optional<Fault> fault_in(const Head& head) {
  if (head.version != 10 && head.version != 11) return malformed;
  if (head.headers.size() > max_headers) return Fault{431, {}};
  if (!std::ranges::all_of(head.headers, [](const auto& h) { return safe_header(h.first, h.second); }))
    return malformed;
  const auto hosts = count(head, "host");
  if (hosts > 1 || (hosts == 0 && head.version == 11)) return malformed;
  if (hosts == 1 && !good_host(value(head, "host"))) return malformed;
  if (!length_is_plain(head) || repeats_what_must_stand_once(head)) return malformed;
  if (count(head, "content-encoding") > 0 && !same_word(value(head, "content-encoding"), "identity"))
    return malformed;
  if (count(head, "expect") > 0 && !same_word(value(head, "expect"), "100-continue")) return Fault{417, {}};
  return std::nullopt;
}

bool good_host(std::string_view host) {
  const auto only = [](std::string_view text, std::string_view allowed) {
    return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
  };
  std::string_view name = host;
  std::string_view port;
  const auto bracket = host.find(']');
  const auto colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon != std::string_view::npos) {
    name = host.substr(0, colon);
    port = host.substr(colon + 1);
    if (port.size() > 5 || !only(port, "0123456789")) return false;
  }
  if (name.starts_with('[')) {
    return name.ends_with(']') && only(name.substr(1, name.size() - 2), "0123456789abcdefABCDEF:.");
  }
  return only(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");
}

bool waits_for_continue(const Head& head) {
  const auto length = value(head, "content-length");
  const bool has_body =
      count(head, "transfer-encoding") > 0 || length.find_first_of("123456789") != std::string_view::npos;
  return head.version == 11 && has_body && same_word(value(head, "expect"), "100-continue");
}

}  // namespace web
