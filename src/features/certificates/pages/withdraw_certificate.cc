#include "features/certificates/pages/found_certificate.h"
#include "features/certificates/pages/pages.h"
#include "features/certificates/pages/standing_words.h"
#include "html/form_view.h"
#include "html/page.h"
#include "html/typed_word.h"
#include "web/dispatcher.h"

namespace certificates::pages {
namespace {

constexpr html::TypedWord typed_word{.word = "WITHDRAW",
                                     .what_for = "to withdraw this certificate",
                                     .button = "Withdraw",
                                     .keep = "Keep this certificate"};

Certificate load(db::Database& database, const web::Request& request) {
  auto certificate = database.read([&](db::Connection& c) { return found(c, request); });
  if (!request.actor().centre_admin) {
    throw web::Refused{base::Refusal::forbidden("Only a Centre Admin can withdraw a certificate.")};
  }
  return certificate;
}

web::Response show(const web::Request& request, const Certificate& certificate,
                   std::span<const base::FieldError> errors) {
  html::View view("features/certificates/pages/withdraw_certificate.html");
  view.set("ADDRESS", address(certificate));
  show_facts(view.root(), certificate);
  html::show_errors(view.root(), errors);
  html::show_typed_word(view.root(), typed_word, address(certificate), errors);
  return html::page(request,
                    {.title = "Withdraw a certificate",
                     .menu = "/users",
                     .status = errors.empty() ? 200 : 422,
                     .width = "narrow",
                     .back_href = address(certificate),
                     .back_label = "The certificate"},
                    std::move(view));
}

}  // namespace

web::Handler withdraw_form(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto certificate = load(database, request);
    if (!may_withdraw(request.actor(), certificate)) return web::Response::see_other(address(certificate));
    return show(request, certificate, {});
  };
}

web::Handler withdraw_certificate(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto certificate = load(database, request);
    if (const auto problem = html::problem_with(typed_word, request.form().get("confirm"))) {
      return show(request, certificate, {&*problem, 1});
    }
    web::or_refuse(
        database.write([&](db::Connection& c) { return withdraw(c, request.actor(), certificate.code); }));
    return web::Response::see_other(address(certificate));
  };
}

}  // namespace certificates::pages
