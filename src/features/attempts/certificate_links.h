// What the pages that show standings need of certificates, which stands above: which certificates somebody
// has. certificates implements it, app hands it to the pages.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "access/actor.h"
#include "db/connection.h"

namespace attempts {

using CertificateCodes = std::map<std::pair<std::string, std::string>, std::string>;  // by slug and year

class CertificateLinks {
 public:
  virtual ~CertificateLinks() = default;
  // The CODE of /certificates/CODE.pdf of every certificate that this account of the actor's centre has now.
  // One query.
  virtual CertificateCodes codes(db::Connection&, const access::Actor&, access::AccountId) = 0;
};

}  // namespace attempts
