// What accounts tells those above it of an account that is deleted: whoever keeps something of a person
// elsewhere than in rows that go with the account's forgets it in the same transaction. app wires it.
#pragma once

#include "db/connection.h"
#include "features/accounts/account.h"

namespace accounts {

class DeletionListener {
 public:
  virtual ~DeletionListener() = default;
  // An account of the actor's centre, as it was.
  virtual void deleted(db::Connection&, const access::Actor&, const Account&) = 0;
};

}  // namespace accounts
