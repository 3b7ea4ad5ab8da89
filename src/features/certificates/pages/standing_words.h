// How a certificate stands, in words for its pages.
#pragma once

#include <string>

#include "features/certificates/certificate.h"
#include "html/view.h"

namespace certificates::pages {

// Shows the section CURRENT, EXPIRED, SUPERSEDED or WITHDRAWN with the day it came about as DAY.
void show_standing(html::View::Part, const Certificate&, base::Instant now);

// PERSON, ASSESSMENT, YEAR, CENTRE, PASSED_ON, CODE, and the section VALID_UNTIL with DAY.
void show_facts(html::View::Part, const Certificate&);

}  // namespace certificates::pages
