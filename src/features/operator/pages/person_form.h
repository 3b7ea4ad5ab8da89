// The fields of a centre and of a new Centre Admin.
#pragma once

#include <string>
#include <vector>

#include "features/accounts/account.h"
#include "html/form.h"

namespace hub_operator::pages {

html::Field name_field(std::string value, std::string hint);   // of a centre
html::Field email_field(std::string value, std::string hint);  // of a Centre Admin
std::vector<html::Field> person_fields();                      // of a new Centre Admin

accounts::PersonFields typed_person(const html::Form&);

}  // namespace hub_operator::pages
