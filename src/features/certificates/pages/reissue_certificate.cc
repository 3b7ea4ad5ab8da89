#include "features/certificates/pages/found_certificate.h"
#include "features/certificates/pages/pages.h"
#include "web/dispatcher.h"

namespace certificates::pages {

web::Response CertificatePages::reissue(const web::Request& request) {
  const auto certificate = web::or_refuse(database_.write([&](db::Connection& c) {
    return certificates::reissue(c, request.actor(), request.path_value("code"));
  }));
  return web::Response::see_other(address(certificate) + "?reissued=1");
}

}  // namespace certificates::pages
