#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "html/form_view.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

centres::Entry closed_centre_of(db::Database& database, const web::Request& request) {
  auto entry = centre_of(database, request);
  if (!entry.closed())
    throw web::Refused{base::Refusal::conflict("This centre is open: its data are kept anyway.")};
  return entry;
}

web::Response show(const web::Request& request, const centres::Entry& entry, std::string_view keep_until,
                   std::span<const base::FieldError> errors) {
  html::View view("features/operator/pages/keep_centre.html");
  view.set("ACTION", address(entry.centre.id, "/keep")).set("BACK", address(entry.centre.id));
  html::keep_value(view.root(), "keep_until", keep_until);
  html::show_errors(view.root(), errors);
  return html::page(
      request,
      head(entry, "How long the data of " + entry.centre.name + " are kept", errors.empty() ? 200 : 422),
      std::move(view));
}

}  // namespace

web::Handler keep_centre_form(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto entry = closed_centre_of(database, request);
    return show(request, entry, entry.keep_until, {});
  };
}

web::Handler keep_centre(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto entry = closed_centre_of(database, request);
    const auto day = request.form().get("keep_until");
    const auto kept = database.write(
        [&](db::Connection& c) { return centres::keep_until(c, request.actor(), entry.centre.id, day); });
    if (!kept && kept.error().kind == base::Refusal::Kind::bad_input) {
      return show(request, entry, day, kept.error().fields);
    }
    web::or_refuse(kept);
    return web::Response::see_other(address(entry.centre.id, "?kept=1"));
  };
}

}  // namespace hub_operator::pages
