#include "features/certificates/certificate.h"
#include "features/certificates/certificate_store.h"
#include "features/certificates/pages/found_certificate.h"
#include "features/certificates/pages/pages.h"
#include "html/form.h"
#include "html/page.h"
#include "web/client_address.h"
#include "web/dispatcher.h"

namespace certificates::pages {
namespace {

void hold_back(CheckThrottle& throttle, const web::Request& request) {
  const auto wait = throttle.take(web::counted_address(request.peer));
  if (wait.count() == 0) return;
  throw web::Refused{{.kind = base::Refusal::Kind::too_many,
                      .message = "Many certificates were checked from your address just now. Wait a moment, "
                                 "then check this one again.",
                      .fields = {},
                      .retry_after = wait}};
}

}  // namespace

web::Response CertificatePages::verify_form(const web::Request& request) {
  const auto typed = request.query.get("code");
  html::Form form(request, {{.name = "code",
                             .label = "Certificate code",
                             .kind = html::Field::Kind::code,
                             .hint = "28 letters and digits. Capitals, spaces and hyphens do not matter.",
                             .most = 100,
                             .value = std::string(typed.substr(0, 100))}});
  if (request.query.has("code")) {
    hold_back(throttle_, request);
    if (const auto code = code_from(typed); !code.empty()) return web::Response::see_other("/verify/" + code);
    form.wrong("code",
               "Type all 28 letters and digits of the code, as they stand at the foot of the certificate.");
  }
  return form.page({.title = "Check a certificate", .menu = {}, .width = "narrow"},
                   {.button = "Check", .action = "/verify", .get = true},
                   html::View("features/certificates/pages/verify_form.html"));
}

web::Response CertificatePages::verify(const web::Request& request) {
  hold_back(throttle_, request);
  html::View view("features/certificates/pages/verify.html");
  const bool known = database_.read([&](db::Connection& c) {
    const auto certificate = certificates::verify(c, request.path_value("code"));
    if (!certificate) return false;
    show_standing(view.root(), *certificate, c.now());
    show_facts(view.add("KNOWN"), *certificate);
    return true;
  });
  view.show_if("UNKNOWN", !known);
  return html::page(
      request, {.title = "Check a certificate", .menu = {}, .status = known ? 200 : 404, .width = "narrow"},
      std::move(view));
}

}  // namespace certificates::pages
