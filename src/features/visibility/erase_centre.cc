#include "features/visibility/erase_centre.h"

namespace visibility {

void erase_centre(db::Connection& connection, access::CentreId centre) {
  connection.exec("DELETE FROM hidden_by_default WHERE centre_id = ?", centre);
}

}  // namespace visibility
