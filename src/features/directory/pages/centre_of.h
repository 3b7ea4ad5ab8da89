// The centre and the Centre Admin that an address names, and the addresses themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"
#include "features/accounts/account.h"
#include "features/centres/directory.h"
#include "html/form.h"
#include "html/page.h"
#include "web/request.h"

namespace directory::pages {

// Throw web::Refused not_found.
centres::Entry centre_of(db::Database&, const web::Request&);
accounts::Account admin_of(db::Database&, const web::Request&, access::CentreId);

std::string address(access::CentreId, std::string_view rest = {});  // /operator/centres/12, and what follows
std::string address(access::CentreId, access::AccountId, std::string_view rest = {});

// Of a page that belongs to one centre.
html::PageHead head(const centres::Entry&, std::string title, int status = 200);

// Beside the centre's own words, what the password of one of its Centre Admins must not lean on.
std::vector<std::string> own_words(const centres::Centre&, const accounts::PersonFields&);

// The fields of a centre and of a new Centre Admin.
html::Field name_field(std::string value, std::string hint);   // of a centre
html::Field email_field(std::string value, std::string hint);  // of a Centre Admin
std::vector<html::Field> person_fields();                      // of a new Centre Admin

accounts::PersonFields typed_person(const html::Form&);

}  // namespace directory::pages
