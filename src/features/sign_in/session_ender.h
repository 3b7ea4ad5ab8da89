// Ends sessions for accounts and centres, which do not know what a session is.
#pragma once

#include "features/accounts/session_ender.h"
#include "features/centres/directory.h"

namespace sign_in {

class AccountSessionEnder : public accounts::SessionEnder {
 public:
  void end_all(db::Connection&, access::AccountId) override;
};

class ClosedCentres : public centres::ClosingListener {
 public:
  void closed(db::Connection&, access::CentreId) override;
};

}  // namespace sign_in
