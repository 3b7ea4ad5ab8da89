#include "features/certificates/certificate_code.h"
#include "features/certificates/certificate_store.h"
#include "features/certificates/pages/pages.h"
#include "features/certificates/pages/standing_words.h"
#include "html/form_view.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace certificates::pages {
namespace {

void hold_back(CheckThrottle& throttle, const web::Request& request) {
  const auto wait = throttle.take(request.peer);
  if (wait.count() == 0) return;
  throw web::Refused{{.kind = base::Refusal::Kind::too_many,
                      .message = "Many certificates were checked from your address just now. Wait a moment, "
                                 "then check this one again.",
                      .fields = {},
                      .retry_after = wait}};
}

web::Response form(const web::Request& request, std::string_view typed,
                   std::span<const base::FieldError> errors) {
  html::View view("features/certificates/pages/verify_form.html");
  html::show_errors(view.root(), errors);
  html::keep_value(view.root(), "code", typed);
  return html::page(
      request,
      {.title = "Check a certificate", .menu = {}, .status = errors.empty() ? 200 : 422, .width = "narrow"},
      std::move(view));
}

}  // namespace

web::Handler verify_form(CheckThrottle& throttle) {
  return [&throttle](const web::Request& request) {
    const auto typed = request.query.get("code");
    if (!request.query.has("code")) return form(request, typed, {});
    hold_back(throttle, request);
    const auto code = code_from(typed);
    if (!code.empty()) return web::Response::see_other("/verify/" + code);
    const base::FieldError errors[] = {
        {"code",
         "Type all 28 letters and digits of the code, as they stand at the foot of the certificate."}};
    return form(request, typed.substr(0, 100), errors);
  };
}

web::Handler verify(db::Database& database, CheckThrottle& throttle) {
  return [&database, &throttle](const web::Request& request) {
    hold_back(throttle, request);
    html::View view("features/certificates/pages/verify.html");
    const bool known = database.read([&](db::Connection& c) {
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
  };
}

}  // namespace certificates::pages
