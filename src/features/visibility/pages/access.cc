#include "base/text.h"
#include "features/visibility/assessment_access.h"
#include "features/visibility/pages/pages.h"
#include "features/visibility/pages/slug_fields.h"
#include "html/form_view.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace visibility::pages {
namespace {

using Kind = base::Refusal::Kind;

struct Form {
  Slugs ticked;
  std::span<const base::FieldError> errors{};
  bool saved = false;
  bool conflict = false;

  int status() const { return conflict ? 409 : errors.empty() ? 200 : 422; }
};

access::AccountId subject(const web::Request& request) {
  return access::AccountId{request.path_id("id")};
}

PersonAccess load(db::Database& database, const web::Request& request) {
  return web::or_refuse(
      database.read([&](db::Connection& c) { return person_access(c, request.actor(), subject(request)); }));
}

std::string sees(const PersonAccess& access) {
  const auto all = access.assessments.size();
  const auto seen = all - access.hidden.size();
  if (seen == all) return "all assessments for invigilators";
  if (seen == 0) return "no assessment at all";
  return fmt::format("{} of {}", seen, base::counted(all, "assessment", "assessments"));
}

web::Response show(const web::Request& request, const PersonAccess& access, const Form& form) {
  html::View view("features/visibility/pages/access.html");
  const auto name = access.person.full_name();
  view.set("ID", std::to_underlying(access.person.id)).set("NAME", name).set("SEEN", joined(access.hidden));
  if (form.saved) view.add("SAVED").set("SEES", sees(access));
  if (form.conflict) view.show("CONFLICT");
  html::show_errors(view.root(), form.errors);
  if (access.assessments.empty()) {
    view.show("NOTHING");
  } else {
    show_choices(view.add("FORM"), access.assessments, form.ticked);
  }
  return html::page(request,
                    {.title = "Assessment Access of " + name,
                     .menu = "/users",
                     .status = form.status(),
                     .width = "narrow",
                     .back_href = "/users",
                     .back_label = "User Management"},
                    std::move(view));
}

}  // namespace

web::Handler access_form(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto access = load(database, request);
    return show(request, access, {.ticked = access.hidden, .saved = request.query.has("saved")});
  };
}

web::Handler save_access(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto& fields = request.form().fields;
    const auto chosen = ticked(fields);
    const auto saved = database.write([&](db::Connection& c) {
      return set_hidden(c, request.actor(), subject(request), chosen, seen(fields));
    });
    if (!saved && saved.error().kind == Kind::bad_input) {
      return show(request, load(database, request), {.ticked = chosen, .errors = saved.error().fields});
    }
    if (!saved && saved.error().kind == Kind::conflict) {
      return show(request, load(database, request), {.ticked = chosen, .conflict = true});
    }
    web::or_refuse(saved);
    const auto id = std::to_underlying(subject(request));
    return web::Response::see_other(fields.get("then") == "save_close"
                                        ? fmt::format("/users?saved={}&what=access", id)
                                        : fmt::format("/users/{}/access?saved=1", id));
  };
}

}  // namespace visibility::pages
