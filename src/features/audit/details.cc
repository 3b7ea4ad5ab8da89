#include "features/audit/details.h"

#include <boost/json.hpp>

namespace audit {
namespace {

std::string text_of(const boost::json::object& values, const char* key) {
  const auto* value = values.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

std::string to_json(std::span<const Detail> details) {
  boost::json::object json;
  for (const auto& detail : details) {
    boost::json::object values;
    if (!detail.before.empty()) values["before"] = detail.before;
    if (!detail.after.empty()) values["after"] = detail.after;
    json[detail.name] = std::move(values);
  }
  return boost::json::serialize(json);
}

std::vector<Detail> details_from(std::string_view text) {
  boost::system::error_code error;
  const auto json = boost::json::parse(text, error);
  std::vector<Detail> details;
  if (error || !json.is_object()) return details;
  for (const auto& [name, value] : json.get_object()) {
    if (!value.is_object()) continue;
    const auto& values = value.get_object();
    details.push_back({std::string(name), text_of(values, "before"), text_of(values, "after")});
  }
  return details;
}

std::string details_text(std::span<const Detail> details) {
  std::string text;
  for (const auto& detail : details) {
    if (!text.empty()) text += "; ";
    text += detail.name + ": ";
    if (!detail.before.empty()) text += detail.before + " -> ";
    text += detail.after.empty() ? "(nothing)" : detail.after;
  }
  return text;
}

}  // namespace audit
