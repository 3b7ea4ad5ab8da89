#include "features/audit/audit.h"
#include "features/sign_in/pages/pages.h"
#include "features/sign_in/pages/session_cookie.h"
#include "features/sign_in/session_store.h"

namespace sign_in::pages {

web::Handler sign_out(db::Database& database, bool secure) {
  return [&database, secure](const web::Request& request) {
    const auto& actor = request.actor();
    database.write([&](db::Connection& c) {
      if (end(c, actor, request.session->key) == 0) return;
      audit::record(c, actor,
                    {audit::action::signed_out, {"account", std::to_underlying(actor.account), actor.name}});
    });
    auto response = web::Response::see_other("/sign-in");
    take_token_away(response, secure);
    return response;
  };
}

}  // namespace sign_in::pages
