// How an account is read from its row; for the store's own files.
#pragma once

#include "db/connection.h"
#include "features/accounts/account_store.h"

namespace accounts {

// The columns that account_from reads, in its order. A macro, so that each query stays one literal.
#define EXAMS_ACCOUNT_COLUMNS                                                                \
  "id, role, centre_admin, first_name, last_name, email, must_change_password, created_at, " \
  "last_signed_in_at, "                                                                      \
  "version"

Account account_from(const db::Row&);

// Of this centre, whoever asks: for functions that have told who may.
std::optional<Account> find_in(db::Connection&, access::CentreId, access::AccountId);
std::optional<Origin> origin_in(db::Connection&, access::CentreId, access::AccountId);

}  // namespace accounts
