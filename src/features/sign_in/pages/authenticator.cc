#include "features/sign_in/pages/authenticator.h"

#include "base/log.h"
#include "base/random.h"
#include "features/sign_in/session_store.h"

namespace sign_in::pages {

std::optional<web::Session> SessionAuthenticator::authenticate(const web::Request& request) {
  const auto key = session_key(request, secure_);
  if (!key) return std::nullopt;
  auto found = database_.read(find, *key);
  if (!found) return std::nullopt;
  if (found->span.worth_noting(found->now)) note(*found);
  return web::Session{.actor = std::move(found->actor),
                      .key = std::move(found->key),
                      .csrf = std::move(found->csrf),
                      .must_change_password = found->must_change_password,
                      .idle_until = found->span.idle_until(),
                      .absolute_until = found->span.absolute_until()};
}

// Nobody is kept from reading because this cannot be written: a full disk, a database that takes no writes.
void SessionAuthenticator::note(OpenSession& found) {
  try {
    database_.write([&](db::Connection& c) { note_seen(c, found.key, found.now); });
    found.span.last_seen_at = found.now;
  } catch (const std::exception& error) {
    base::log(base::LogLevel::error, "session.last_seen_not_kept", {{"reason", std::string(error.what())}});
  }
}

std::optional<std::string> session_key(const web::Request& request, bool secure) {
  const auto token = request.cookie(web::cookie_name(session_cookie, secure));
  if (!token || token->empty()) return std::nullopt;
  return base::sha256_hex(*token);
}

void give_token(web::Response& response, std::string_view token, bool secure) {
  response.header("Set-Cookie", web::set_cookie(session_cookie, token, secure));
}

web::Response signed_out_here(bool secure) {
  auto response = web::Response::see_other("/sign-in");
  response.header("Set-Cookie", web::clear_cookie(session_cookie, secure));
  response.header("Clear-Site-Data", "\"cache\", \"storage\"");
  return response;
}

}  // namespace sign_in::pages
