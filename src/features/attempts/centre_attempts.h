// How many attempts there are at a centre, for the Hub's operator; 0 for anybody else.
#pragma once

#include <cstddef>

#include "access/actor.h"
#include "db/connection.h"

namespace attempts {

std::size_t count_of_centre(db::Connection&, const access::Actor&, access::CentreId);

}  // namespace attempts
