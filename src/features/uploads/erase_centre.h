// Erases the uploads of a centre, with the names and emails that their reports hold.
#pragma once

#include "access/actor.h"
#include "db/connection.h"

namespace uploads {

// Who may, and when, is operator/erasure.h's to say; nobody else calls it.
void erase_centre(db::Connection&, access::CentreId);

}  // namespace uploads
