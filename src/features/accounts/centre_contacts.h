// Centres with their Centre Admins, several at once: whom the Hub's operator writes to.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"
#include "features/centres/centre.h"

namespace accounts {

struct CentreContact {
  centres::Centre centre;
  std::string name;  // of one of its Centre Admins
  std::string email;
};

// Of these centres as far as they are there, one for each Centre Admin, by centre number, then by name;
// nothing for anybody but a Hub operator. At most 250 centres.
std::vector<CentreContact> centre_contacts(db::Connection&, const access::Actor&,
                                           std::span<const access::CentreId>);

}  // namespace accounts
