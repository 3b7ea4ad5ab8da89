// What accounts needs of the sign-in, which stands above it: sign_in implements this and app hands it to the
// edit.
#pragma once

#include "access/actor.h"
#include "db/connection.h"

namespace accounts {

class SessionEnder {
 public:
  virtual ~SessionEnder() = default;
  // Ends every session of the account at once, in the caller's transaction. (A deleted account's go with its
  // row.)
  virtual void end_all(db::Connection&, access::AccountId) = 0;
};

}  // namespace accounts
