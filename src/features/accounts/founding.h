// The first accounts, which nobody in the Hub can add: a Hub operator, and a centre with its first Centre Admin. For
// the commands `operator add` and `centre add`, and the operator's pages. Hashes a password (20 ms).
#pragma once

#include <string>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/database.h"

namespace accounts {

struct Founder {
  std::string email;
  std::string first_name;
  std::string last_name;
  std::string password;
  bool must_change_password = false;  // somebody else chose it: another one is asked for at the first sign-in
};

// Refuse bad_input beside the fields first_name, last_name, email, password, number, name. Kept in the audit as done by
// the command, or by `hub_operator` where there is one. The centre and its Centre Admin are made together or not at
// all.
base::Result<access::AccountId> add_operator(db::Database&, const Founder&);
base::Result<access::CentreId> add_centre(db::Database&, const std::string& number, const std::string& name,
                                          const Founder& centre_admin, const access::Actor* hub_operator = nullptr);

}  // namespace accounts
