#pragma once

#include <string>

#include "features/certificates/certificate.h"
#include "features/certificates/certificate_store.h"
#include "html/view.h"
#include "web/request.h"

namespace certificates::pages {

// The certificate of the address; throws web::Refused where the actor has none of that code.
Certificate found(db::Connection&, const web::Request&);

// "/certificates/CODE"
std::string address(const Certificate&);

// How a certificate stands, in words for its pages.
// Shows the section CURRENT, EXPIRED, SUPERSEDED or WITHDRAWN with the day it came about as DAY.
void show_standing(html::View::Part, const Certificate&, base::Instant now);

// PERSON, ASSESSMENT, YEAR, CENTRE, PASSED_ON, CODE, and the section VALID_UNTIL with DAY.
void show_facts(html::View::Part, const Certificate&);

}  // namespace certificates::pages
