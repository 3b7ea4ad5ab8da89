#include "html/templates.h"

#include <set>

#include "html/view.h"

namespace html {
namespace {

constexpr std::string_view autoescape = R"({{%AUTOESCAPE context="HTML"}})";

struct Loaded {
  Loaded() {
    parse_templates(embedded::templates(), cache);
    cache.Freeze();
    for (const auto& each : embedded::templates()) names.emplace(each.name);
  }
  ctemplate::TemplateCache cache;
  std::set<std::string, std::less<>> names;
};

const Loaded& loaded() {
  static const Loaded once;
  return once;
}

}  // namespace

void parse_templates(std::span<const embedded::File> files, ctemplate::TemplateCache& cache) {
  for (const auto& [name, text] : files) {
    if (!text.starts_with(autoescape)) {
      throw std::logic_error(fmt::format("template {} does not begin with AUTOESCAPE", name));
    }
    if (!cache.StringToTemplateCache({name.data(), name.size()}, {text.data(), text.size()},
                                     template_strip)) {
      throw std::logic_error(fmt::format("template {} does not parse", name));
    }
  }
}

const ctemplate::TemplateCache& templates() {
  return loaded().cache;
}

std::string require_template(std::string_view name) {
  if (!loaded().names.contains(name)) throw std::logic_error(fmt::format("there is no template {}", name));
  return std::string(name);
}

void load_templates() {
  loaded();
}

}  // namespace html
