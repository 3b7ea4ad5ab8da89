#include "features/certificates/pages/found_certificate.h"
#include "features/certificates/pages/pages.h"
#include "web/dispatcher.h"

namespace certificates::pages {

web::Handler reissue_certificate(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto certificate = web::or_refuse(database.write(
        [&](db::Connection& c) { return reissue(c, request.actor(), request.path_value("code")); }));
    return web::Response::see_other(address(certificate) + "?reissued=1");
  };
}

}  // namespace certificates::pages
