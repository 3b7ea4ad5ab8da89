// What the sign-in keeps of one person, for the record that a Hub operator reads on a named request.
#pragma once

#include <cstddef>

#include "access/actor.h"
#include "db/connection.h"

namespace sign_in {

// In how many browsers they are signed in now.
std::size_t open_sessions(db::Connection&, const access::RecordScope&);

}  // namespace sign_in
