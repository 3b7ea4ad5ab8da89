// Accounts by their emails, in the whole Hub: only to tell that an email is taken, and for the store's own
// files.
#pragma once

#include <span>
#include <string>

#include "db/connection.h"

namespace accounts {

// id, email_key, centre_id, first_name, last_name of those that there are, in no order; a round trip for
// every 250.
db::Rows rows_with_emails(db::Connection&, std::span<const std::string> email_keys);

}  // namespace accounts
