// What accounts tells those above it of the roles that it gives: visibility implements this, app hands it to
// whatever adds or edits accounts. In the same transaction, so that there is never an account without what
// goes with its role.
#pragma once

#include <span>

#include "access/actor.h"
#include "db/connection.h"

namespace accounts {

class AccountListener {
 public:
  virtual ~AccountListener() = default;
  // These accounts of the actor's centre now have this role: added with it, or just changed to it.
  virtual void given_role(db::Connection&, const access::Actor&, access::Role,
                          std::span<const access::AccountId>) = 0;
};

}  // namespace accounts
