// What the Hub's operator does to one centre, kept in that centre's own audit under the operator's name.
#pragma once

#include "features/audit/audit.h"

namespace audit {

void record_in_centre(db::Connection&, access::CentreId, const access::Actor& hub_operator, const Event&);

}  // namespace audit
