#include "features/accounts/centre_admins.h"
#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "html/form_view.h"
#include "html/typed_word.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

constexpr html::TypedWord typed_word{
    .word = "WITHDRAW", .what_for = "to go on", .button = "Confirm", .keep = "Keep them Centre Admin"};

web::Response show(const web::Request& request, const centres::Entry& entry, const accounts::Account& admin,
                   std::span<const base::FieldError> errors) {
  html::View view("features/operator/pages/withdraw_admin.html");
  view.set("ACTION", address(entry.centre.id, admin.id, "/withdraw"));
  view.set("NAME", admin.full_name()).set("EMAIL", admin.email);
  html::show_errors(view.root(), errors);
  html::show_typed_word(view.root(), typed_word, address(entry.centre.id), errors);
  return html::page(request,
                    head(entry, "No longer Centre Admin: " + admin.full_name(), errors.empty() ? 200 : 422),
                    std::move(view));
}

}  // namespace

web::Handler withdraw_admin_form(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto entry = centre_of(database, request);
    return show(request, entry, admin_of(database, request, entry.centre.id), {});
  };
}

web::Handler withdraw_admin(db::Database& database, accounts::SessionEnder& sessions) {
  return [&database, &sessions](const web::Request& request) {
    const auto entry = centre_of(database, request);
    const auto admin = admin_of(database, request, entry.centre.id);
    if (const auto problem = html::problem_with(typed_word, request.form().get("confirm"))) {
      return show(request, entry, admin, {&*problem, 1});
    }
    web::or_refuse(database.write([&](db::Connection& c) {
      return accounts::withdraw_centre_admin(c, request.actor(), entry.centre.id, admin.id, sessions);
    }));
    return web::Response::see_other(address(entry.centre.id, "?withdrawn=1"));
  };
}

}  // namespace hub_operator::pages
