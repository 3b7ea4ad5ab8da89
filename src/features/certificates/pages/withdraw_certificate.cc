#include "features/certificates/pages/found_certificate.h"
#include "features/certificates/pages/pages.h"
#include "html/form.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace certificates::pages {
namespace {

Certificate load(db::Database& database, const web::Request& request) {
  auto certificate = database.read(found, request);
  if (!request.actor().centre_admin) {
    throw web::Refused{base::Refusal::forbidden("Only a Centre Admin can withdraw a certificate.")};
  }
  return certificate;
}

}  // namespace

web::Response CertificatePages::withdraw(const web::Request& request) {
  const auto certificate = load(database_, request);
  html::Form form(request, {html::typed_word("WITHDRAW", "to withdraw this certificate")});
  if (!form.sent() && !may_withdraw(request.actor(), certificate))
    return web::Response::see_other(address(certificate));
  if (form.ready() && form.took(database_.write(certificates::withdraw, request.actor(), certificate.code))) {
    return web::Response::see_other(address(certificate));
  }
  html::View view("features/certificates/pages/withdraw_certificate.html");
  show_facts(view.root(), certificate);
  return form.page(
      {.title = "Withdraw a certificate",
       .menu = "/users",
       .width = "narrow",
       .back_href = address(certificate),
       .back_label = "The certificate"},
      {.button = "Withdraw", .cancel = address(certificate), .cancel_label = "Keep this certificate"},
      std::move(view));
}

}  // namespace certificates::pages
