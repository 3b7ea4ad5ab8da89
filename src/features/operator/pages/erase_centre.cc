#include "base/text.h"
#include "features/operator/erasure.h"
#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "html/form_view.h"
#include "html/typed_word.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

constexpr html::TypedWord typed_word{
    .word = "ERASE", .what_for = "to erase this centre", .button = "Erase centre", .keep = "Keep it closed"};

ToErase to_erase(db::Database& database, const web::Request& request) {
  const access::CentreId id{request.path_id("id")};
  auto centre = database.read([&](db::Connection& c) { return find_to_erase(c, request.actor(), id); });
  if (!centre) throw web::Refused{base::Refusal::not_found()};
  return std::move(*centre);
}

void show_what_goes(html::View::Part view, const ToErase& centre) {
  view.set("PEOPLE", base::counted(centre.people, "person", "people"));
  view.set("ATTEMPTS", base::counted(centre.attempts, "attempt", "attempts"));
  view.set("CERTIFICATES", base::counted(centre.certificates, "certificate", "certificates"));
  view.set("KEEP_UNTIL", centre.entry.kept_until());
  view.show_if("EARLY", centre.early).show_if("REASON_FIELD", centre.early);
}

web::Response show(const web::Request& request, const ToErase& centre,
                   std::span<const base::FieldError> errors) {
  const auto& entry = centre.entry;
  const auto id = entry.centre.id;
  html::View view("features/operator/pages/erase_centre.html");
  view.set("ACTION", address(id, "/erase")).set("NAME", entry.centre.name);
  if (entry.closed()) {
    show_what_goes(view.show("CLOSED"), centre);
  } else {
    view.add("OPEN").set("CLOSE", address(id, "/close"));
  }
  html::keep_value(view.root(), "reason", request.form().get("reason"));
  html::show_errors(view.root(), errors);
  html::show_typed_word(view.root(), typed_word, address(id), errors);
  const int status = !entry.closed() ? 409 : errors.empty() ? 200 : 422;
  return html::page(request, head(entry, "Erase " + entry.centre.name, status), std::move(view));
}

base::Result<void> erase(db::Database& database, const web::Request& request, access::CentreId id) {
  try {
    return database.write([&](db::Connection& c) {
      return hub_operator::erase_centre(c, request.actor(), id, request.form().get("reason"));
    });
  } catch (const db::ForeignKeyViolation&) {
    return base::refuse(
        base::Refusal::conflict("Something of this centre was being saved just now. Nothing is erased."));
  }
}

}  // namespace

web::Handler erase_centre_form(db::Database& database) {
  return [&database](const web::Request& request) { return show(request, to_erase(database, request), {}); };
}

web::Handler erase_centre(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto centre = to_erase(database, request);
    if (!centre.entry.closed()) return show(request, centre, {});
    std::vector<base::FieldError> errors;
    if (auto problem = problem_with(centre, request.form().get("reason")))
      errors.push_back(std::move(*problem));
    if (auto problem = html::problem_with(typed_word, request.form().get("confirm"))) {
      errors.push_back(std::move(*problem));
    }
    if (!errors.empty()) return show(request, centre, errors);
    web::or_refuse(erase(database, request, centre.entry.centre.id));
    return web::Response::see_other("/operator/centres?erased=1");
  };
}

}  // namespace hub_operator::pages
