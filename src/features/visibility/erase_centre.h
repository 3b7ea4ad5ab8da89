// Erases what a centre hides from new invigilators; what is hidden from a person goes with their account.
#pragma once

#include "access/actor.h"
#include "db/connection.h"

namespace visibility {

// Who may, and when, is operator/erasure.h's to say; nobody else calls it.
void erase_centre(db::Connection&, access::CentreId);

}  // namespace visibility
