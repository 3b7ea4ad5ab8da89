// A whole page: the layout with the Resources menu of this person's role around a view, or the signed-out
// layout where nobody is signed in. Sharing CSRF with every form is done here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "html/view.h"
#include "web/request.h"
#include "web/response.h"

namespace html {

// A link drawn as a button to the right of the h1.
struct PageAction {
  std::string href;
  std::string label;
  std::string_view
      icon{};  // a Tabler icon's name, "plus"; write it as `.icon = "plus"`, that is how the build finds it
  bool primary = false;  // at most one
};

struct PageHead {
  std::string title;      // the h1 and the window's title
  std::string_view menu;  // the menu entry that is current: its address, "/users"; empty for none
  int status = 200;
  std::string_view width{};  // "" full, "narrow" for forms and reading
  std::vector<PageAction> actions{};
  std::string back_href{};   // a link above the h1 to where this page belongs
  std::string back_label{};  // "User Management"
  int refresh_seconds = 0;   // without JavaScript the page reloads itself so often; 0: never
};

// What is wrong with what was sent, above the page's own words: takes the focus and links to each field.
// Nothing where there are no errors. A field of "" is about the whole.
void show_error_summary(View::Part layout, std::span<const base::FieldError>);

// `view` fills the main part under the page header. A session that must choose a password first gets no menu.
web::Response page(const web::Request&, const PageHead&, View view);

// A fragment for htmx: the view alone.
web::Response fragment(const web::Request&, View view);

}  // namespace html
