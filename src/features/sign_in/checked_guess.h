// One counted guess at a password: the count first, then the hash, outside any transaction.
#pragma once

#include <optional>
#include <string_view>

#include "base/refusal.h"
#include "db/database.h"
#include "features/sign_in/credential_store.h"

namespace sign_in {

// Whose password was guessed right; nothing for a wrong guess or an email that nobody has (both cost the
// same, and a known one's is kept in the audit). Refuses too_many while guesses for this email are held back.
base::Result<std::optional<Credentials>> check_guess(db::Database&, std::string_view email,
                                                     std::string_view password);

}  // namespace sign_in
