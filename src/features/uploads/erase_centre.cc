#include "features/uploads/erase_centre.h"

namespace uploads {

void erase_centre(db::Connection& connection, access::CentreId centre) {
  connection.exec("DELETE FROM upload WHERE centre_id = ?", centre);
}

}  // namespace uploads
