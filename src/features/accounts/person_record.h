// What accounts keeps of one person, for the record that a Hub operator reads on a named request.
#pragma once

#include <optional>
#include <string_view>

#include "access/actor.h"
#include "db/connection.h"
#include "features/accounts/account_store.h"

namespace accounts {

// Who signs in with this email, of this centre alone; nothing for anybody but a Hub operator.
std::optional<Account> find_by_email(db::Connection&, const access::Actor&, access::CentreId,
                                     std::string_view email);

std::optional<Account> find(db::Connection&, const access::RecordScope&);
std::optional<Origin> origin(db::Connection&, const access::RecordScope&);

}  // namespace accounts
