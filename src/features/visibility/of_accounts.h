// Rows of many accounts of the actor's centre, for the stores that keep something for each.
#pragma once

#include <span>
#include <string_view>

#include "access/actor.h"
#include "db/connection.h"

namespace visibility {

// `select` is "SELECT ... FROM table", `account` the column that names the account. Reads the rows of these
// accounts alone, however many the centre has. A round trip for every 250 accounts; an account given twice
// may come twice.
db::Rows of_accounts(db::Connection&, const access::Actor&, std::span<const access::AccountId>,
                     std::string_view select, std::string_view account);

}  // namespace visibility
