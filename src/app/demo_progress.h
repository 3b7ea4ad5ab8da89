// What the people of the demo centre have done so far: some have passed everything, some have started, some
// have not.
#pragma once

#include "access/actor.h"
#include "db/database.h"
#include "features/attempts/attempt_store.h"

namespace app {

// `admin` is of the demo centre. Takes sections as people would, through the store.
void take_demo_assessments(db::Database&, const access::Actor& admin, attempts::AttemptStore&);

}  // namespace app
