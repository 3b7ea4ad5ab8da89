#include "features/certificates/pages/found_certificate.h"

#include "web/dispatcher.h"

namespace certificates::pages {

Certificate found(db::Connection& c, const web::Request& request) {
  auto certificate = find(c, request.actor(), request.path_value("code"));
  if (!certificate) throw web::Refused{base::Refusal::not_found()};
  return std::move(*certificate);
}

std::string address(const Certificate& certificate) {
  return "/certificates/" + certificate.code;
}

}  // namespace certificates::pages
