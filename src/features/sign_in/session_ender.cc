#include "features/sign_in/session_ender.h"

#include "features/sign_in/session_store.h"

namespace sign_in {

void AccountSessionEnder::end_all(db::Connection& connection, access::AccountId account) {
  sign_in::end_all(connection, account);
}

void ClosedCentres::closed(db::Connection& connection, access::CentreId centre) {
  sign_in::end_all(connection, centre);
}

}  // namespace sign_in
