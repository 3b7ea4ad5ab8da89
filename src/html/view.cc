#include "html/view.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>

#include "html/templates.h"

namespace html {
namespace {

ctemplate::TemplateString as_template_string(std::string_view text) {
  return {text.data(), text.size()};
}

std::string expand(const std::string& template_name, const ctemplate::TemplateDictionary& values) {
  std::string output;
  if (!templates().ExpandNoLoad(template_name, template_strip, &values, nullptr, &output)) {
    throw std::runtime_error(fmt::format("cannot fill in the template {}", template_name));
  }
  return output;
}

}  // namespace

// The view's own values are an include of the layout's, so that one tree serves both ways of rendering.
struct View::Impl {
  explicit Impl(std::string_view template_name) : name(template_name), around("layout") {
    require_template(name);
    inside = around.AddIncludeDictionary("VIEW");
    inside->SetFilename(name);
  }
  std::string name;
  ctemplate::TemplateDictionary around;
  ctemplate::TemplateDictionary* inside;
};

View::View(std::string_view template_name) : impl_(std::make_unique<Impl>(template_name)) {}
View::~View() = default;
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;

View::Part View::root() {
  return Part(*impl_->inside);
}
View::Part View::layout() {
  return Part(impl_->around);
}

void View::share(std::string_view name, std::string_view value) {
  impl_->around.SetTemplateGlobalValue(as_template_string(name), as_template_string(value));
}

std::string View::render() const {
  return expand(impl_->name, *impl_->inside);
}

std::string View::render_in(std::string_view layout_name) const {
  return expand(require_template(layout_name), impl_->around);
}

View::Part& View::Part::set(std::string_view name, std::string_view value) {
  dictionary_->SetValue(as_template_string(name), as_template_string(value));
  return *this;
}

View::Part& View::Part::set(std::string_view name, std::int64_t value) {
  return set(name, fmt::to_string(value));
}

View::Part& View::Part::show(std::string_view section) {
  dictionary_->ShowSection(as_template_string(section));
  return *this;
}

View::Part& View::Part::show_if(std::string_view section, bool condition) {
  return condition ? show(section) : *this;
}

View::Part View::Part::add(std::string_view section) {
  return Part(*dictionary_->AddSectionDictionary(as_template_string(section)));
}

View::Part View::Part::include(std::string_view name, std::string_view template_name) {
  auto* included = dictionary_->AddIncludeDictionary(as_template_string(name));
  included->SetFilename(require_template(template_name));
  return Part(*included);
}

}  // namespace html
