#include "base/text.h"
#include "features/accounts/centre_people.h"
#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "html/form_view.h"
#include "html/typed_word.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

constexpr html::TypedWord typed_word{
    .word = "CLOSE", .what_for = "to close this centre", .button = "Close centre", .keep = "Keep it open"};
constexpr std::chrono::days kept_by_default{365};

web::Response show(db::Database& database, const web::Request& request, const centres::Entry& entry,
                   std::span<const base::FieldError> errors) {
  const auto id = entry.centre.id;
  const auto people = database.read(
      [&](db::Connection& c) { return accounts::people_of(c, request.actor(), {&id, 1}).front(); });
  html::View view("features/operator/pages/close_centre.html");
  view.set("ACTION", address(id, "/close")).set("NAME", entry.centre.name);
  view.set("USERS", base::counted(people.total(), "person", "people"));
  const auto& form = request.form();
  html::keep_value(
      view.root(), "keep_until",
      errors.empty() ? base::iso_date(database.now() + kept_by_default) : form.get("keep_until"));
  html::show_errors(view.root(), errors);
  html::show_typed_word(view.root(), typed_word, address(id), errors);
  return html::page(request, head(entry, "Close " + entry.centre.name, errors.empty() ? 200 : 422),
                    std::move(view));
}

}  // namespace

web::Handler close_centre_form(db::Database& database) {
  return [&database](const web::Request& request) {
    return show(database, request, centre_of(database, request), {});
  };
}

web::Handler close_centre(db::Database& database, centres::ClosingListener& listener) {
  return [&database, &listener](const web::Request& request) {
    const auto entry = centre_of(database, request);
    const auto& form = request.form();
    if (const auto problem = html::problem_with(typed_word, form.get("confirm"))) {
      return show(database, request, entry, {&*problem, 1});
    }
    const auto closed = database.write([&](db::Connection& c) {
      return centres::close(c, request.actor(), entry.centre.id, form.get("keep_until"), listener);
    });
    if (!closed && closed.error().kind == base::Refusal::Kind::bad_input) {
      return show(database, request, entry, closed.error().fields);
    }
    web::or_refuse(closed);
    return web::Response::see_other(address(entry.centre.id, "?closed=1"));
  };
}

web::Handler reopen_centre(db::Database& database) {
  return [&database](const web::Request& request) {
    const access::CentreId id{request.path_id("id")};
    web::or_refuse(
        database.write([&](db::Connection& c) { return centres::reopen(c, request.actor(), id); }));
    return web::Response::see_other(address(id, "?reopened=1"));
  };
}

}  // namespace hub_operator::pages
