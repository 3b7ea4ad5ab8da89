// The account table as signing in needs it: the password's hash, which no other query reads, and what changes
// with a sign-in or with a person's own choice of password.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"

namespace sign_in {

struct Credentials {
  access::Actor actor;
  std::string first_name;
  std::string last_name;
  std::string email;
  std::string email_key;
  std::string password_hash;
  bool must_change_password = false;
  bool centre_closed = false;

  // What a password of this person must not lean on.
  std::vector<std::string> own_words() const;
};

std::optional<Credentials> find_by_email(db::Connection&, std::string_view email_key);
std::optional<Credentials> find_own(db::Connection&, const access::Actor&);

// Both do nothing and return false where the password is no longer the one that was checked, or the account
// is gone.
bool note_sign_in(db::Connection&, const Credentials& checked, base::Instant now);
bool set_own_password(db::Connection&, const Credentials& checked, std::string_view new_hash);

}  // namespace sign_in
