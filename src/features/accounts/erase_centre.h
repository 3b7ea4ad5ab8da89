// Erases every account of a centre, and by ON DELETE CASCADE everything of each person: sessions, settings,
// attempts, answers, results, passes, certificates. A new table of what people own needs that cascade, and an
// index for it.
#pragma once

#include "access/actor.h"
#include "db/connection.h"

namespace accounts {

// Who may, and when, is operator/erasure.h's to say; nobody else calls it.
void erase_centre(db::Connection&, access::CentreId);

}  // namespace accounts
