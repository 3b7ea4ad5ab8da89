#include <limits>

#include "features/accounts/centre_admins.h"
#include "features/accounts/password.h"
#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "html/form_view.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

using Kind = base::Refusal::Kind;

struct Form {
  std::string email;
  std::vector<base::FieldError> errors{};
  bool conflict = false;

  int status() const { return conflict ? 409 : errors.empty() ? 200 : 422; }
};

web::Response show(const web::Request& request, const centres::Entry& entry, const accounts::Account& admin,
                   const Form& form) {
  html::View view("features/operator/pages/edit_admin.html");
  view.set("ACTION", address(entry.centre.id, admin.id)).set("BACK", address(entry.centre.id));
  view.set("VERSION", admin.version);
  if (form.conflict) view.add("CONFLICT").set("SAVED_EMAIL", admin.email);
  html::keep_value(view.root(), "email", form.email);
  html::show_errors(view.root(), form.errors);
  return html::page(request, head(entry, "Centre Admin " + admin.full_name(), form.status()),
                    std::move(view));
}

accounts::PersonFields with_email(const accounts::Account& admin, std::string_view email) {
  return accounts::typed(admin.first_name, admin.last_name, email, access::code(admin.role));
}

std::vector<base::FieldError> problems(const centres::Centre& centre, const accounts::PersonFields& person,
                                       std::string_view password) {
  auto errors = accounts::check(person, {access::Role::exams_officer});
  std::erase_if(errors, [](const base::FieldError& error) { return error.field != "email"; });
  if (password.empty()) return errors;
  if (auto problem = accounts::password_problem(password, own_words(centre, person))) {
    errors.push_back({"password", std::move(*problem)});
  }
  return errors;
}

}  // namespace

web::Handler edit_admin_form(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto entry = centre_of(database, request);
    const auto admin = admin_of(database, request, entry.centre.id);
    return show(request, entry, admin, {.email = admin.email});
  };
}

web::Handler edit_admin(db::Database& database, accounts::SessionEnder& sessions) {
  return [&database, &sessions](const web::Request& request) {
    const auto entry = centre_of(database, request);
    const auto admin = admin_of(database, request, entry.centre.id);
    const auto& fields = request.form().fields;
    const auto person = with_email(admin, fields.get("email"));
    const auto password = fields.get("password");
    if (auto errors = problems(entry.centre, person, password); !errors.empty()) {
      return show(request, entry, admin, {.email = person.email, .errors = std::move(errors)});
    }
    const accounts::CentreAdminEdit edit{
        .email = person.email,
        .password_hash = password.empty() ? std::nullopt : std::optional(accounts::hash_password(password)),
        .version = fields.number("version", 0, std::numeric_limits<long>::max())};
    const auto edited = database.write([&](db::Connection& c) {
      return accounts::edit_centre_admin(c, request.actor(), entry.centre.id, admin.id, edit, sessions);
    });
    if (!edited && edited.error().kind == Kind::bad_input) {
      return show(request, entry, admin, {.email = person.email, .errors = edited.error().fields});
    }
    if (!edited && edited.error().kind == Kind::conflict) {
      return show(request, entry, admin_of(database, request, entry.centre.id),
                  {.email = person.email, .conflict = true});
    }
    web::or_refuse(edited);
    return web::Response::see_other(address(entry.centre.id, "?changed=1"));
  };
}

}  // namespace hub_operator::pages
