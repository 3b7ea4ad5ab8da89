#include "web/form.h"
#include "web/wire_text.h"

namespace web {

std::optional<Fields> parse_urlencoded(std::string_view body) {
  Fields fields;
  while (!body.empty()) {
    const auto pair = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(body.size(), pair.size() + 1));
    if (pair.empty()) continue;
    if (fields.items().size() == max_fields) return std::nullopt;
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(pair.substr(0, equals), Plus::is_space);
    auto value = percent_decoded(pair.substr(std::min(pair.size(), equals + 1)), Plus::is_space);
    if (!name || !value) return std::nullopt;
    fields.add(std::move(*name), std::move(*value));
  }
  return fields;
}

}  // namespace web
