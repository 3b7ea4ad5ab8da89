#include "features/directory/pages/centre_of.h"

#include <fmt/format.h>

#include "features/accounts/centre_admins.h"
#include "web/dispatcher.h"

namespace directory::pages {

centres::Entry centre_of(db::Database& database, const web::Request& request) {
  const access::CentreId id{request.path_id("id")};
  return web::found(database.read(centres::find, request.actor(), id));
}

accounts::Account admin_of(db::Database& database, const web::Request& request, access::CentreId centre) {
  const access::AccountId id{request.path_id("account")};
  return web::found(database.read(accounts::find_centre_admin, request.actor(), centre, id));
}

std::string address(access::CentreId centre, std::string_view rest) {
  return fmt::format("/operator/centres/{}{}", std::to_underlying(centre), rest);
}

std::string address(access::CentreId centre, access::AccountId account, std::string_view rest) {
  return fmt::format("{}/{}{}", address(centre, "/admins"), std::to_underlying(account), rest);
}

html::PageHead head(const centres::Entry& entry, std::string title, int status) {
  return {.title = std::move(title),
          .menu = "/operator/centres",
          .status = status,
          .width = "narrow",
          .back_href = address(entry.centre.id),
          .back_label = entry.centre.number + " " + entry.centre.name};
}

std::vector<std::string> own_words(const centres::Centre& centre, const accounts::PersonFields& person) {
  return {person.first_name, person.last_name, person.email, centre.name, centre.number};
}

using Kind = html::Field::Kind;

html::Field name_field(std::string value, std::string hint) {
  return {.name = "name",
          .label = "Name",
          .hint = std::move(hint),
          .required = true,
          .most = 400,
          .value = std::move(value)};
}

html::Field email_field(std::string value, std::string hint) {
  return {.name = "email",
          .label = "Email",
          .kind = Kind::email,
          .hint = std::move(hint),
          .required = true,
          .most = 320,
          .value = std::move(value)};
}

std::vector<html::Field> person_fields() {
  return {
      {.name = "first_name", .label = "First name", .required = true, .most = 200},
      {.name = "last_name", .label = "Last name", .required = true, .most = 200},
      email_field({}, "Wherever possible their email address at the centre. It is what they sign in with."),
      {.name = "password",
       .label = "Password",
       .kind = Kind::new_password,
       .hint =
           "At least 12 characters; four words that have nothing to do with each other are good. They choose "
           "their own when they first sign in.",
       .required = true,
       .most = 1024,
       .autocomplete = "new-password"}};
}

accounts::PersonFields typed_person(const html::Form& form) {
  return accounts::typed(form.get("first_name"), form.get("last_name"), form.get("email"),
                         access::code(access::Role::exams_officer));
}

}  // namespace directory::pages
