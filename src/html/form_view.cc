#include "html/form_view.h"

namespace html {
namespace {

std::string upper(std::string_view field) {
  std::string name(field);
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return name;
}

// Every message of one field, in order, as one text.
std::string messages(std::span<const base::FieldError> errors, std::string_view field) {
  std::string all;
  for (const auto& error : errors) {
    if (error.field != field) continue;
    if (!all.empty()) all += ' ';
    all += error.message;
  }
  return all;
}

}  // namespace

void show_errors(View::Part form, std::span<const base::FieldError> errors) {
  if (errors.empty()) return;
  auto summary = form.include("ERROR_SUMMARY", "html/partials/error_summary.html");
  std::vector<std::string_view> shown;
  for (const auto& [field, message] : errors) {
    auto line = summary.add("ERROR");
    if (field.empty()) {
      line.add("PLAIN").set("MESSAGE", message);
      continue;
    }
    line.add("LINKED").set("FIELD", field).set("MESSAGE", message);
    if (std::ranges::find(shown, field) != shown.end()) continue;
    shown.push_back(field);
    form.set(upper(field) + "_CLASS", "has-error");
    form.add(upper(field) + "_ERROR").set("MESSAGE", messages(errors, field));
  }
}

void keep_value(View::Part form, std::string_view field, std::string_view value) {
  form.set(upper(field), value);
}

}  // namespace html
