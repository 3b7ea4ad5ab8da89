#include "features/centres/erase_centre.h"

namespace centres {

void erase_centre(db::Connection& connection, access::CentreId centre) {
  connection.exec("DELETE FROM centre WHERE id = ?", centre);
}

}  // namespace centres
