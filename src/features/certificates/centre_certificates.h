// How many certificates a centre has, those withdrawn or replaced included, for the Hub's operator; 0 for
// anybody else.
#pragma once

#include <cstddef>

#include "access/actor.h"
#include "db/connection.h"

namespace certificates {

std::size_t count_of_centre(db::Connection&, const access::Actor&, access::CentreId);

}  // namespace certificates
