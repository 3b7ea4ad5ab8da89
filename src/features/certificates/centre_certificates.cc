#include "features/certificates/centre_certificates.h"

namespace certificates {

std::size_t count_of_centre(db::Connection& c, const access::Actor& actor, access::CentreId centre) {
  if (actor.role != access::Role::hub_operator) return 0;
  const auto rows = c.exec("SELECT COUNT(*) FROM certificate WHERE centre_id = ?", centre);
  return static_cast<std::size_t>(rows.front().integer(0));
}

}  // namespace certificates
