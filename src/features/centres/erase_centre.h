// Erases the row of a centre of which nothing else is left; its number can be added again.
#pragma once

#include "access/actor.h"
#include "db/connection.h"

namespace centres {

// Who may, and when, is operator/erasure.h's to say; nobody else calls it.
void erase_centre(db::Connection&, access::CentreId);

}  // namespace centres
