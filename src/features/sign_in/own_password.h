// A person's own choice of password. Checks and makes a hash (40 ms): on the heavy pool only.
#pragma once

#include <string>
#include <string_view>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/database.h"
#include "features/sign_in/sign_in.h"

namespace sign_in {

struct PasswordChoice {
  std::string_view current;
  std::string_view chosen;
  std::string_view confirmed;
};

// Every session of the person ends, and a fresh one is opened for this browser. Refuses bad_input beside the
// fields current_password, new_password, confirm_password; too_many as sign_in does, for wrong current
// passwords count as guesses.
base::Result<Opened> change_password(db::Database&, const access::Actor&, const PasswordChoice&,
                                     std::string_view browser_name);

}  // namespace sign_in
