// Ends sessions for the accounts feature, which does not know what a session is.
#pragma once

#include "features/accounts/session_ender.h"

namespace sign_in {

class AccountSessionEnder : public accounts::SessionEnder {
 public:
  void end_all(db::Connection&, access::AccountId) override;
};

}  // namespace sign_in
