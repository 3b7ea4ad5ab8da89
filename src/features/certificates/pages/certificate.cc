#include "access/rules.h"
#include "features/accounts/account_store.h"
#include "features/certificates/pages/found_certificate.h"
#include "features/certificates/pages/pages.h"
#include "html/page.h"

namespace certificates::pages {
namespace {

struct Shown {
  Certificate certificate;
  std::optional<Certificate> replacement;  // of a superseded one
  std::string name_now;                    // for those who manage users
  base::Instant now;
};

Shown load(db::Connection& c, const web::Request& request) {
  Shown shown{.certificate = found(c, request), .replacement = {}, .name_now = {}, .now = c.now()};
  if (shown.certificate.superseded_at) shown.replacement = latest(c, request.actor(), shown.certificate);
  if (access::manages_users(request.actor())) {
    const auto account = accounts::find(c, request.actor(), shown.certificate.account);
    if (account) shown.name_now = account->full_name();
  }
  return shown;
}

void show_actions(html::View& view, const access::Actor& actor, const Shown& shown) {
  const auto& certificate = shown.certificate;
  if (may_reissue(actor, certificate)) {
    auto part = view.add("REISSUE");
    if (shown.name_now != certificate.person_name) {
      part.add("RENAMED").set("NAME_NOW", shown.name_now).set("NAME_THEN", certificate.person_name);
    } else {
      part.add("SAME_NAME");
    }
  }
  if (may_withdraw(actor, certificate)) view.add("WITHDRAW");
}

html::PageHead head(const access::Actor& actor, const Certificate& certificate) {
  html::PageHead head{.title = "Certificate",
                      .menu = "/assessments",
                      .back_href = "/assessments",
                      .back_label = "Assessments"};
  if (certificate.account != actor.account) {
    head.menu = "/users";
    head.back_href = fmt::format("/users/{}/progress", std::to_underlying(certificate.account));
    head.back_label = certificate.person_name + "'s progress";
  }
  return head;
}

}  // namespace

web::Response CertificatePages::show(const web::Request& request) {
  const auto shown = database_.read(load, request);
  html::View view("features/certificates/pages/certificate.html");
  view.set("ADDRESS", address(shown.certificate));
  show_facts(view.root(), shown.certificate);
  show_standing(view.root(), shown.certificate, shown.now);
  view.show_if("REISSUED", request.query.has("reissued") && !shown.certificate.superseded_at);
  if (shown.replacement) view.add("REPLACEMENT").set("HREF", address(*shown.replacement));
  view.show_if("FILES", !shown.certificate.superseded_at && !shown.certificate.withdrawn_at);
  show_actions(view, request.actor(), shown);
  return html::page(request, head(request.actor(), shown.certificate), std::move(view));
}

}  // namespace certificates::pages
