#include "features/audit/audit.h"
#include "features/sign_in/pages/authenticator.h"
#include "features/sign_in/pages/pages.h"
#include "features/sign_in/session_store.h"

namespace sign_in::pages {

web::Response SignInPages::sign_out(const web::Request& request) {
  const auto& actor = request.actor();
  database_.write([&](db::Connection& c) {
    if (end(c, actor, request.session->key) == 0) return;
    audit::record(c, actor,
                  {audit::action::signed_out, {"account", std::to_underlying(actor.account), actor.name}});
  });
  auto response = web::Response::see_other("/sign-in");
  take_token_away(response, secure_);
  return response;
}

}  // namespace sign_in::pages
