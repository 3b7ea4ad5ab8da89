// The centre and the Centre Admin that an address names, and the addresses themselves.
#pragma once

#include <string>
#include <string_view>

#include "db/database.h"
#include "features/accounts/account.h"
#include "features/centres/directory.h"
#include "html/page.h"
#include "web/request.h"

namespace hub_operator::pages {

// Throw web::Refused not_found.
centres::Entry centre_of(db::Database&, const web::Request&);
accounts::Account admin_of(db::Database&, const web::Request&, access::CentreId);

std::string address(access::CentreId, std::string_view rest = {});  // /operator/centres/12, and what follows
std::string address(access::CentreId, access::AccountId, std::string_view rest = {});

// Of a page that belongs to one centre.
html::PageHead head(const centres::Entry&, std::string title, int status = 200);

// Beside the centre's own words, what the password of one of its Centre Admins must not lean on.
std::vector<std::string> own_words(const centres::Centre&, const accounts::PersonFields&);

}  // namespace hub_operator::pages
