// The centre table's queries. Only the operator's side and the commands see more than one centre.
#pragma once

#include <optional>
#include <string_view>

#include "db/connection.h"
#include "features/centres/centre.h"

namespace centres {

// Refuses (bad_input "number") a number that is taken.
base::Result<access::CentreId> add(db::Connection&, std::string_view number, std::string_view name);

Centre of(db::Connection&, const access::Actor&);  // the actor's own

}  // namespace centres
