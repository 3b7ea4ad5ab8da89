#include "web/origin.h"

#include "web/wire_text.h"

namespace web {

std::string normal_origin(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return lower_case(url);
  std::string origin = lower_case(url.substr(0, url.find('/', scheme + 3)));
  const std::string_view default_port = origin.starts_with("https:") ? ":443" : ":80";
  if (origin.ends_with(default_port)) origin.erase(origin.size() - default_port.size());
  return origin;
}

}  // namespace web
