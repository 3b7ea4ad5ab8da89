#include "features/operator/pages/person_form.h"

namespace hub_operator::pages {

accounts::PersonFields typed_person(const web::Form& form) {
  return accounts::typed(form.get("first_name"), form.get("last_name"), form.get("email"),
                         access::code(access::Role::exams_officer));
}

void show_person(html::View::Part part, const accounts::PersonFields& person,
                 std::span<const base::FieldError> errors) {
  auto fields = part.include("PERSON", "features/operator/pages/person_fields.html");
  html::keep_value(fields, "first_name", person.first_name);
  html::keep_value(fields, "last_name", person.last_name);
  html::keep_value(fields, "email", person.email);
  html::show_errors(fields, errors);
}

}  // namespace hub_operator::pages
