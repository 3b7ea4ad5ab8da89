#include "features/accounts/erase_centre.h"

namespace accounts {

void erase_centre(db::Connection& connection, access::CentreId centre) {
  connection.exec("DELETE FROM account WHERE centre_id = ?", centre);
}

}  // namespace accounts
