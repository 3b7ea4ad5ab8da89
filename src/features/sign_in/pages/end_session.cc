#include "base/text.h"
#include "features/audit/audit.h"
#include "features/sign_in/pages/authenticator.h"
#include "features/sign_in/pages/pages.h"
#include "features/sign_in/session_store.h"
#include "web/dispatcher.h"

namespace sign_in::pages {
namespace {

void record_ended(db::Connection& connection, const access::Actor& actor, std::size_t count) {
  if (count == 0) return;
  audit::record(connection, actor,
                {audit::action::session_ended,
                 {"account", std::to_underlying(actor.account), actor.name},
                 {{"Sessions ended", "", base::thousands(count)}}});
}

}  // namespace

web::Response SignInPages::end_session(const web::Request& request) {
  const auto handle = request.path_value("id");
  const auto ended = database_.write([&](db::Connection& c) {
    const auto count = end_by_handle(c, request.actor(), handle);
    record_ended(c, request.actor(), count);
    return count;
  });
  if (ended == 0) throw web::Refused{base::Refusal::not_found()};
  if (handle != handle_of(request.session->key))
    return web::Response::see_other("/account/sessions?done=one");
  return signed_out_here(secure_);
}

web::Response SignInPages::end_other_sessions(const web::Request& request) {
  database_.write([&](db::Connection& c) {
    record_ended(c, request.actor(), end_others(c, request.actor(), request.session->key));
  });
  return web::Response::see_other("/account/sessions?done=others");
}

web::Response SignInPages::extend_session(const web::Request& request) {
  database_.write([&](db::Connection& c) { note_seen(c, request.session->key, c.now()); });
  web::Response response;
  response.status = 204;
  return response;
}

}  // namespace sign_in::pages
