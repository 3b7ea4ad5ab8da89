#include "features/operator/pages/person_form.h"

namespace hub_operator::pages {

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

}  // namespace hub_operator::pages
