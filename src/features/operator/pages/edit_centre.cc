#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "html/form_view.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

web::Response show(const web::Request& request, const centres::Entry& entry, std::string_view name,
                   std::span<const base::FieldError> errors) {
  html::View view("features/operator/pages/edit_centre.html");
  view.set("ACTION", address(entry.centre.id, "/edit")).set("BACK", address(entry.centre.id));
  html::keep_value(view.root(), "name", name);
  html::show_errors(view.root(), errors);
  return html::page(request, head(entry, "Edit centre " + entry.centre.number, errors.empty() ? 200 : 422),
                    std::move(view));
}

}  // namespace

web::Handler edit_centre_form(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto entry = centre_of(database, request);
    return show(request, entry, entry.centre.name, {});
  };
}

web::Handler edit_centre(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto entry = centre_of(database, request);
    const auto name = request.form().get("name");
    const auto renamed = database.write(
        [&](db::Connection& c) { return centres::rename(c, request.actor(), entry.centre.id, name); });
    if (!renamed && renamed.error().kind == base::Refusal::Kind::bad_input) {
      return show(request, entry, name, renamed.error().fields);
    }
    web::or_refuse(renamed);
    return web::Response::see_other(address(entry.centre.id, "?saved=1"));
  };
}

}  // namespace hub_operator::pages
