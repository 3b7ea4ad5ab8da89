#include "features/sign_in/pages/pages.h"
#include "html/menu.h"
#include "html/page.h"

namespace sign_in::pages {

web::Response SignInPages::home(const web::Request& request) {
  const auto& actor = request.actor();
  html::View view("features/sign_in/pages/home.html");
  view.show_if("DONE", request.query.get("done") == "password");
  view.set("WELCOME", "Hello " + actor.name + ". This is what you can do here.");
  for (const auto& place : html::places_for(actor)) {
    if (place.about.empty()) continue;
    auto tile = view.add("TILE");
    tile.set("HREF", place.href).set("ICON", place.icon).set("TITLE", place.label).set("TEXT", place.about);
  }
  return html::page(request, {.title = "Home", .menu = "/"}, std::move(view));
}

}  // namespace sign_in::pages
