// The fields that adding and editing a user share.
#pragma once

#include <string>
#include <vector>

#include "access/actor.h"
#include "features/accounts/account.h"
#include "html/form.h"

namespace accounts::pages {

html::Field name_field(std::string name, std::string label, std::string value = {});
html::Field email_field(std::string value = {});
html::Field role_field(const access::Actor&, std::string value = {});  // the roles that the actor may give
html::Field declaration_field(std::string label);                      // of whoever creates an account
html::Field password_field(std::string hint);

PersonFields typed_in(const html::Form&);  // what it does not have stays as it was

// What a password for this person must not lean on.
std::vector<std::string> own_words(const PersonFields&, const access::Actor&);

// As lists and forms of User Management write it: "Invigilator (INV)", "Centre Admin (EO)".
std::string role_words(access::Role, bool centre_admin = false);

}  // namespace accounts::pages
