#include "features/audit/centre_audit.h"

namespace audit {

void record_in_centre(db::Connection& connection, access::CentreId centre, const access::Actor& hub_operator,
                      const Event& event) {
  auto there = hub_operator;
  there.centre = centre;
  there.name += " (Hub operator)";
  record(connection, there, event);
}

}  // namespace audit
