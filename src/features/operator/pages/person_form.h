// The fields of a new Centre Admin, in a form of their own or of a centre's.
#pragma once

#include <span>

#include "features/accounts/account.h"
#include "html/form_view.h"
#include "web/form.h"

namespace hub_operator::pages {

accounts::PersonFields typed_person(const web::Form&);

// {{>PERSON}}
void show_person(html::View::Part, const accounts::PersonFields&, std::span<const base::FieldError>);

}  // namespace hub_operator::pages
