// How an account is read from its row; for the store's own files.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "db/connection.h"
#include "features/accounts/account_store.h"

namespace accounts {

// The columns that account_from reads, in its order. A macro, so that each query stays one literal.
#define EXAMS_ACCOUNT_COLUMNS                                                                \
  "id, role, centre_admin, first_name, last_name, email, must_change_password, created_at, " \
  "last_signed_in_at, version"

Account account_from(const db::Row&);

// Of this centre, whoever asks: for functions that have told who may.
std::optional<Account> find_in(db::Connection&, access::CentreId, access::AccountId);
std::optional<Origin> origin_in(db::Connection&, access::CentreId, access::AccountId);

// What a list reads, so that a test can ask the database how it would.
db::Query page_query(const access::Actor&, const ListQuery&);

// Accounts by their emails, in the whole Hub, only to tell that an email is taken: id, email_key, centre_id,
// first_name, last_name of those that there are, in no order; a round trip for every 256.
db::Rows rows_with_emails(db::Connection&, std::span<const std::string> email_keys);

}  // namespace accounts
