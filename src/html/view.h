// One template and what is filled into it (ctemplate behind it; every template starts with AUTOESCAPE, so
// that values are escaped for where they stand). Templates are compiled into the binary and named by their
// path below src/: "features/accounts/pages/users.html".
//
//   html::View view("features/accounts/pages/users.html");
//   view.set("COUNT", "1-50 of 312 users");
//   for (const auto& user : users) view.add("USER").set("NAME", user.name).show_if("IS_ADMIN",
//   user.centre_admin);
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace ctemplate {
class TemplateDictionary;
}

namespace html {

class View {
 public:
  explicit View(std::string_view template_name);
  ~View();
  View(View&&) noexcept;
  View& operator=(View&&) noexcept;

  // A part of a View: the View itself, one round of a {{#SECTION}}, or one included template. Lives as long
  // as the View.
  class Part {
   public:
    Part& set(std::string_view name, std::string_view value);
    Part& set(std::string_view name, std::int64_t value);
    Part& show(std::string_view section);  // {{#SECTION}} once, sharing these values
    Part& show_if(std::string_view section, bool condition);
    Part add(std::string_view section);  // one more round of {{#SECTION}}
    Part include(std::string_view name,
                 std::string_view template_name);  // {{>NAME}}; sees only its own values and the shared ones

   private:
    friend class View;
    explicit Part(ctemplate::TemplateDictionary& dictionary) : dictionary_(&dictionary) {}
    ctemplate::TemplateDictionary* dictionary_;
  };

  Part root();
  Part set(std::string_view name, std::string_view value) { return root().set(name, value); }
  Part set(std::string_view name, std::int64_t value) { return root().set(name, value); }
  Part show(std::string_view section) { return root().show(section); }
  Part show_if(std::string_view section, bool condition) { return root().show_if(section, condition); }
  Part add(std::string_view section) { return root().add(section); }
  Part include(std::string_view name, std::string_view template_name) {
    return root().include(name, template_name);
  }

  // Values that included templates see too: the CSRF token, asset addresses.
  void share(std::string_view name, std::string_view value);

  std::string render() const;  // this template alone

  // Values of the layout around this view, and the whole: page.h does this.
  Part layout();
  std::string render_in(std::string_view layout_template) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Parses every template now rather than at the first page: throws std::logic_error naming one that is wrong.
// Call at start.
void load_templates();

}  // namespace html
