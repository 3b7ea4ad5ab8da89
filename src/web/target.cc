#include "web/target.h"

#include <algorithm>

#include "web/head.h"
#include "web/path_pattern.h"
#include "web/wire_text.h"

namespace web {
namespace {

bool ambiguous(std::string_view segment) {
  const auto odd = [](char c) {
    return c == '/' || c == '\\' || static_cast<unsigned char>(c) < ' ' || c == 0x7F;
  };
  return segment == "." || segment == ".." || std::ranges::any_of(segment, odd);
}

// Takes scheme and host off an absolute target; false where there is one that is no http address of a host.
bool take_host(std::string_view& target, std::string& host) {
  if (target.starts_with('/')) return true;
  const auto scheme_end = target.find("://");
  const auto scheme = target.substr(0, scheme_end);
  if (scheme_end == target.npos || !(same_word(scheme, "http") || same_word(scheme, "https"))) return false;
  target.remove_prefix(scheme_end + 3);
  const auto end = std::min(target.find_first_of("/?"), target.size());
  host = target.substr(0, end);
  target.remove_prefix(end);
  return good_host(host) && (target.empty() || target.starts_with('/') || target.starts_with('?'));
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
  const auto odd = [](char c) { return c <= ' ' || c > '~' || c == '#'; };
  if (std::ranges::any_of(target, odd)) return std::nullopt;
  Target result;
  if (!take_host(target, result.host)) return std::nullopt;
  const auto question = std::min(target.find('?'), target.size());
  const auto path = question == 0 ? "/" : target.substr(0, question);
  for (const auto encoded : split_path(path)) {
    const auto segment = percent_decoded(encoded, Plus::is_plus);
    if (!segment || ambiguous(*segment)) return std::nullopt;
    result.path += "/" + *segment;
  }
  auto query = parse_urlencoded(target.substr(std::min(target.size(), question + 1)));
  if (!query) return std::nullopt;
  result.query = std::move(*query);
  return result;
}

std::string normal_origin(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return lower_case(url);
  std::string origin = lower_case(url.substr(0, url.find('/', scheme + 3)));
  const std::string_view default_port = origin.starts_with("https:") ? ":443" : ":80";
  if (origin.ends_with(default_port)) origin.erase(origin.size() - default_port.size());
  return origin;
}

}  // namespace web
