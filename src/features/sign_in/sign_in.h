// Signing in with an email and a password. Hashes once whatever was typed (20 ms): on the heavy pool only.
#pragma once

#include <string>
#include <string_view>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/database.h"

namespace sign_in {

struct Opened {
  std::string token;  // for the cookie; nothing else ever holds it
  access::Actor actor;
  bool must_change_password = false;
};

struct Browser {
  std::string name;          // session.h's browser_name
  std::string replaced_key;  // of the session that it had until now, which ends; empty: none
};

// Refuses bad_input "" with one sentence for an unknown email and a wrong password alike, which take the same
// time; bad_input "" for a closed centre, but only after the right password; too_many with retry_after while
// too many guesses (throttle.h) hold this email back, even for the right password.
base::Result<Opened> sign_in(db::Database&, std::string_view email, std::string_view password,
                             const Browser&);

}  // namespace sign_in
