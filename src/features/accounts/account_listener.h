// What accounts tells those above it of the roles that it gives: visibility implements this, app hands it to
// whatever adds or edits accounts. In the same transaction, so that there is never an account without what
// goes with its role.
#pragma once

#include <span>

#include "access/actor.h"
#include "db/connection.h"
#include "features/accounts/account.h"

namespace accounts {

class AccountListener {
 public:
  virtual ~AccountListener() = default;
  // These accounts of the actor's centre now have this role: added with it, or just changed to it.
  virtual void given_role(db::Connection&, const access::Actor&, access::Role,
                          std::span<const access::AccountId>) = 0;
};

// What accounts tells those above it of an account that is deleted: whoever keeps something of a person
// elsewhere than in rows that go with the account's forgets it in the same transaction. app wires it.
class DeletionListener {
 public:
  virtual ~DeletionListener() = default;
  // An account of the actor's centre, as it was.
  virtual void deleted(db::Connection&, const access::Actor&, const Account&) = 0;
};

}  // namespace accounts
