// Every certificate that one person was ever given, for the record that a Hub operator reads on a named
// request.
#pragma once

#include <vector>

#include "access/actor.h"
#include "db/connection.h"
#include "features/certificates/certificate.h"

namespace certificates {

// Those superseded and withdrawn too; the newest first.
std::vector<Certificate> certificates_of(db::Connection&, const access::RecordScope&);

}  // namespace certificates
