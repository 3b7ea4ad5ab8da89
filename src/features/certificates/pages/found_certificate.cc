#include "features/certificates/pages/found_certificate.h"

#include <fmt/format.h>

#include "features/certificates/certificate.h"
#include "web/dispatcher.h"

namespace certificates::pages {

Certificate found(db::Connection& c, const web::Request& request) {
  return web::found(find(c, request.actor(), request.path_value("code")));
}

std::string address(const Certificate& certificate) {
  return "/certificates/" + certificate.code;
}

void show_standing(html::View::Part part, const Certificate& certificate, base::Instant now) {
  switch (standing(certificate, now)) {
    case Standing::current:
      part.add("CURRENT");
      return;
    case Standing::expired:
      part.add("EXPIRED").set("DAY", valid_until_words(certificate));
      return;
    case Standing::superseded:
      part.add("SUPERSEDED").set("DAY", base::british_date(*certificate.superseded_at));
      return;
    case Standing::withdrawn:
      part.add("WITHDRAWN").set("DAY", base::british_date(*certificate.withdrawn_at));
      return;
  }
}

void show_facts(html::View::Part part, const Certificate& certificate) {
  part.set("PERSON", certificate.person_name)
      .set("ASSESSMENT", certificate.title)
      .set("YEAR", certificate.year);
  part.set("CENTRE", fmt::format("{} ({})", certificate.centre_name, certificate.centre_number));
  part.set("PASSED_ON", base::british_date(certificate.passed_at)).set("CODE", in_groups(certificate.code));
  if (!certificate.valid_until.empty()) part.add("VALID_UNTIL").set("DAY", valid_until_words(certificate));
}

}  // namespace certificates::pages
