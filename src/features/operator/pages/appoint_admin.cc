#include "base/text.h"
#include "features/accounts/centre_admins.h"
#include "features/accounts/password.h"
#include "features/operator/pages/centre_of.h"
#include "features/operator/pages/pages.h"
#include "features/operator/pages/person_form.h"
#include "web/dispatcher.h"

namespace hub_operator::pages {
namespace {

// Two forms on one page, of which one was sent.
struct Forms {
  std::string officer_email{};
  accounts::PersonFields person{};
  std::vector<base::FieldError> errors{};
};

web::Response show(const web::Request& request, const centres::Entry& entry, const Forms& forms) {
  html::View view("features/operator/pages/appoint_admin.html");
  const auto id = entry.centre.id;
  view.set("APPOINT", address(id, "/admins/appoint"))
      .set("ADD", address(id, "/admins/add"))
      .set("BACK", address(id));
  html::keep_value(view.root(), "officer_email", forms.officer_email);
  show_person(view.root(), forms.person, forms.errors);
  html::show_errors(view.root(), forms.errors);
  return html::page(request, head(entry, "Appoint a Centre Admin", forms.errors.empty() ? 200 : 422),
                    std::move(view));
}

std::vector<base::FieldError> problems(const web::Request& request, const centres::Entry& entry,
                                       const accounts::PersonFields& person) {
  auto errors = accounts::check(person, {access::Role::exams_officer});
  if (auto problem =
          accounts::password_problem(request.form().get("password"), own_words(entry.centre, person))) {
    errors.push_back({"password", std::move(*problem)});
  }
  return errors;
}

}  // namespace

web::Handler appoint_admin_form(db::Database& database) {
  return [&database](const web::Request& request) { return show(request, centre_of(database, request), {}); };
}

web::Handler appoint_admin(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto entry = centre_of(database, request);
    const auto email = base::trimmed(request.form().get("officer_email"));
    const auto appointed = database.write(
        [&](db::Connection& c) { return accounts::appoint(c, request.actor(), entry.centre.id, email); });
    if (!appointed && appointed.error().kind == base::Refusal::Kind::bad_input) {
      return show(
          request, entry,
          {.officer_email = email, .errors = {{"officer_email", appointed.error().fields.front().message}}});
    }
    web::or_refuse(appointed);
    return web::Response::see_other(address(entry.centre.id, "?appointed=1"));
  };
}

web::Handler add_admin(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto entry = centre_of(database, request);
    const auto person = typed_person(request.form());
    if (auto errors = problems(request, entry, person); !errors.empty()) {
      return show(request, entry, {.person = person, .errors = std::move(errors)});
    }
    const accounts::NewCentreAdmin admin{person, accounts::hash_password(request.form().get("password"))};
    const auto added = database.write([&](db::Connection& c) {
      return accounts::add_centre_admin(c, request.actor(), entry.centre.id, admin);
    });
    if (!added && added.error().kind == base::Refusal::Kind::bad_input) {
      return show(request, entry, {.person = person, .errors = added.error().fields});
    }
    web::or_refuse(added);
    return web::Response::see_other(address(entry.centre.id, "?appointed=1"));
  };
}

}  // namespace hub_operator::pages
