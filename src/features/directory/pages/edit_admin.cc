#include "features/accounts/centre_admins.h"
#include "features/accounts/password.h"
#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"

namespace directory::pages {
namespace {

html::Field new_password_field() {
  return {.name = "password",
          .label = "New password",
          .kind = html::Field::Kind::new_password,
          .hint =
              "Leave it empty to keep their password. A new one signs them out everywhere, and they choose "
              "their own "
              "at the next sign-in. At least 12 characters.",
          .most = 1024,
          .autocomplete = "new-password"};
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

web::Response CentrePages::edit_admin(const web::Request& request) {
  const auto entry = centre_of(database_, request);
  const auto id = entry.centre.id;
  const auto admin = admin_of(database_, request, id);
  html::Form form(
      request, {email_field(admin.email, "It is what they sign in with. A change signs them out everywhere."),
                new_password_field(),
                {.name = "names",
                 .label = "Name",
                 .kind = html::Field::Kind::fixed,
                 .hint = "Their names are changed by a Centre Admin, in User Management.",
                 .value = admin.full_name()},
                html::version_field(admin.version)});
  if (form.ready()) {
    const auto person =
        accounts::typed(admin.first_name, admin.last_name, form.get("email"), access::code(admin.role));
    const auto password = form.get("password");
    if (form.check(problems(entry.centre, person, password))) {
      const accounts::CentreAdminEdit edit{
          .email = person.email,
          .password_hash = password.empty() ? std::nullopt : std::optional(accounts::hash_password(password)),
          .version = admin.version};
      if (form.took(
              database_.write(accounts::edit_centre_admin, request.actor(), id, admin.id, edit, sessions_))) {
        return web::Response::see_other(address(id, "?changed=1"));
      }
    }
  }
  return form.page(head(entry, "Centre Admin " + admin.full_name()),
                   {.button = "Save", .cancel = address(id)});
}

}  // namespace directory::pages
