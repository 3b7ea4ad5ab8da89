#include "features/accounts/centre_admins.h"
#include "features/accounts/password.h"
#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"

namespace directory::pages {
namespace {

std::vector<base::FieldError> problems(const html::Form& form, const centres::Entry& entry) {
  const auto person = typed_person(form);
  auto errors = accounts::check(person, {access::Role::exams_officer});
  if (auto problem = accounts::password_problem(form.get("password"), own_words(entry.centre, person))) {
    errors.push_back({"password", std::move(*problem)});
  }
  return errors;
}

html::Field officer_field() {
  auto field = email_field({}, "What they sign in with. They keep their password.");
  field.name = "officer_email";
  field.label = "Their email";
  return field;
}

}  // namespace

// Two forms: one of the centre's exams officers, or somebody new.
web::Response CentrePages::appoint_admin(const web::Request& request) {
  const auto entry = centre_of(database_, request);
  const auto id = entry.centre.id;
  html::Form officer(request, {officer_field()}, "/operator/centres/{id}/admins/appoint");
  if (officer.sent()) {
    auto appointed = database_.write([&](db::Connection& c) {
      return accounts::appoint(c, request.actor(), id, officer.get("officer_email"));
    });
    if (!appointed) {
      for (auto& error : appointed.error().fields) error.field = "officer_email";
    }
    if (officer.took(appointed)) return web::Response::see_other(address(id, "?appointed=1"));
  }
  html::Form newcomer(request, person_fields(), "/operator/centres/{id}/admins/add");
  if (newcomer.sent() && newcomer.check(problems(newcomer, entry))) {
    const accounts::NewCentreAdmin admin{typed_person(newcomer),
                                         accounts::hash_password(newcomer.get("password"))};
    if (newcomer.took(database_.write(accounts::add_centre_admin, request.actor(), id, admin))) {
      return web::Response::see_other(address(id, "?appointed=1"));
    }
  }
  html::View view("features/directory/pages/appoint_admin.html");
  officer.show(view.root(), {.button = "Appoint", .action = address(id, "/admins/appoint"), .guard = false},
               "OFFICER_FORM");
  newcomer.show(view.root(),
                {.button = "Add and appoint", .cancel = address(id), .action = address(id, "/admins/add")},
                "NEWCOMER_FORM");
  return (officer.sent() ? officer : newcomer).page(head(entry, "Appoint a Centre Admin"), std::move(view));
}

}  // namespace directory::pages
