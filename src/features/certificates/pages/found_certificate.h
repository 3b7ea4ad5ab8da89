#pragma once

#include "features/certificates/certificate_store.h"
#include "web/request.h"

namespace certificates::pages {

// The certificate of the address; throws web::Refused where the actor has none of that code.
Certificate found(db::Connection&, const web::Request&);

// "/certificates/CODE"
std::string address(const Certificate&);

}  // namespace certificates::pages
