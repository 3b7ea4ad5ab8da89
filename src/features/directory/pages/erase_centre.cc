#include <fmt/format.h>

#include "base/text.h"
#include "features/directory/erasure.h"
#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"
#include "html/form.h"
#include "web/dispatcher.h"

namespace directory::pages {
namespace {

ToErase to_erase(db::Database& database, const web::Request& request) {
  const access::CentreId id{request.path_id("id")};
  return web::found(database.read(find_to_erase, request.actor(), id));
}

void show_what_goes(html::View::Part view, const ToErase& centre) {
  view.set("PEOPLE", base::counted(centre.people, "person", "people"));
  view.set("ATTEMPTS", base::counted(centre.attempts, "attempt", "attempts"));
  view.set("CERTIFICATES", base::counted(centre.certificates, "certificate", "certificates"));
  view.set("KEEP_UNTIL", centre.entry.kept_until());
  view.show_if("EARLY", centre.early);
}

web::Response still_open(const web::Request& request, const centres::Entry& entry) {
  html::View view("features/directory/pages/erase_centre.html");
  view.add("OPEN").set("CLOSE", address(entry.centre.id, "/close"));
  return html::page(request, head(entry, "Erase " + entry.centre.name, 409), std::move(view));
}

std::vector<html::Field> fields_of(const ToErase& centre) {
  std::vector<html::Field> fields{html::typed_word("ERASE", "to erase this centre")};
  if (!centre.early) return fields;
  fields.insert(fields.begin(),
                {.name = "reason",
                 .label = fmt::format("Why are they erased before {}?", centre.entry.kept_until()),
                 .hint = "The audit keeps what you write here.",
                 .required = true,
                 .most = 600});
  return fields;
}

base::Result<void> erase_now(db::Database& database, const web::Request& request, access::CentreId id) {
  try {
    return database.write([&](db::Connection& c) {
      return directory::erase_centre(c, request.actor(), id, request.form().get("reason"));
    });
  } catch (const db::ForeignKeyViolation&) {
    return base::refuse(
        base::Refusal::conflict("Something of this centre was being saved just now. Nothing is erased."));
  }
}

}  // namespace

web::Response CentrePages::erase(const web::Request& request) {
  const auto centre = to_erase(database_, request);
  const auto& entry = centre.entry;
  const auto id = entry.centre.id;
  if (!entry.closed()) return still_open(request, entry);
  html::Form form(request, fields_of(centre));
  if (form.sent()) {
    if (const auto problem = problem_with(centre, request.form().get("reason"))) form.check({&*problem, 1});
  }
  if (form.ready()) {
    web::or_refuse(erase_now(database_, request, id));
    return web::Response::see_other("/operator/centres?erased=1");
  }
  html::View view("features/directory/pages/erase_centre.html");
  view.set("NAME", entry.centre.name);
  show_what_goes(view.show("CLOSED"), centre);
  return form.page(head(entry, "Erase " + entry.centre.name),
                   {.button = "Erase centre", .cancel = address(id), .cancel_label = "Keep it closed"},
                   std::move(view));
}

}  // namespace directory::pages
