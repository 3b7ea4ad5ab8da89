#include "base/text.h"
#include "features/visibility/assessment_access.h"
#include "features/visibility/pages/pages.h"
#include "features/visibility/pages/slug_fields.h"

namespace visibility::pages {
namespace {

std::string sees(const PersonAccess& access) {
  const auto all = access.assessments.size();
  const auto seen = all - access.hidden.size();
  if (seen == all) return "all assessments for invigilators";
  if (seen == 0) return "no assessment at all";
  return fmt::format("{} of {}", seen, base::counted(all, "assessment", "assessments"));
}

}  // namespace

web::Response AccessPages::edit(const web::Request& request) {
  const access::AccountId id{request.path_id("id")};
  const auto access = web::or_refuse(database_.read(person_access, request.actor(), id));
  html::Form form(request, {hidden_field("Hide these assessments", access.assessments, access.hidden),
                            seen_field(access.hidden)});
  if (form.sent()) {
    const auto& fields = request.form().fields;
    if (form.took(database_.write([&](db::Connection& c) {
          return set_hidden(c, request.actor(), id, ticked(fields), seen(fields));
        }))) {
      const auto number = std::to_underlying(id);
      return web::Response::see_other(fields.get("then") == "save_close"
                                          ? fmt::format("/users?saved={}&what=access", number)
                                          : fmt::format("/users/{}/access?saved=1", number));
    }
  }
  html::View view("features/visibility/pages/access.html");
  const auto name = access.person.full_name();
  view.set("NAME", name);
  if (request.query.has("saved")) view.add("SAVED").set("SEES", sees(access));
  if (access.assessments.empty()) {
    view.show("NOTHING");
  } else {
    view.show("SOMETHING");
    form.show(view.root(), {.button = "Save",
                            .cancel = "/users",
                            .name = "then",
                            .value = "save",
                            .others = {{"Save & Close", "then", "save_close"}}});
  }
  return form.page({.title = "Assessment Access of " + name,
                    .menu = "/users",
                    .width = "narrow",
                    .back_href = "/users",
                    .back_label = "User Management"},
                   std::move(view));
}

}  // namespace visibility::pages
