#include "base/log.h"
#include "features/audit/audit.h"
#include "features/sign_in/pages/authenticator.h"
#include "features/sign_in/pages/pages.h"
#include "features/sign_in/session_store.h"

namespace sign_in::pages {

// Nobody stays signed in here because that cannot be written: without its token the browser is out, and the
// session ends by its time.
web::Response SignInPages::sign_out(const web::Request& request) {
  const auto& actor = request.actor();
  try {
    database_.write([&](db::Connection& c) {
      if (end(c, actor, request.session->key) == 0) return;
      audit::record(c, actor,
                    {audit::action::signed_out, {"account", std::to_underlying(actor.account), actor.name}});
    });
  } catch (const std::exception& error) {
    base::log(base::LogLevel::error, "session.end_not_kept",
              {{"request", request.id}, {"reason", std::string(error.what())}});
  }
  return signed_out_here(secure_);
}

}  // namespace sign_in::pages
