// Who sent a request, by the session cookie: one query, and at most once a minute one small write.
#pragma once

#include <optional>
#include <string>

#include "db/database.h"
#include "features/sign_in/session_store.h"
#include "web/request.h"
#include "web/response.h"
#include "web/session.h"

namespace sign_in::pages {

class SessionAuthenticator : public web::Authenticator {
 public:
  // `secure`: the public address is https.
  SessionAuthenticator(db::Database& database, bool secure) : database_(database), secure_(secure) {}
  std::optional<web::Session> authenticate(const web::Request&) override;

 private:
  void note(OpenSession&);

  db::Database& database_;
  bool secure_;
};

// The cookie that carries a session's token.
inline constexpr std::string_view session_cookie = "session";

// What the database knows the request's session by, open or not; nothing without the cookie.
std::optional<std::string> session_key(const web::Request&, bool secure);

void give_token(web::Response&, std::string_view token, bool secure);

// To /sign-in, from a browser that is signed out: it forgets its token, and what it kept of the pages and of
// answers not saved, which the next person at the machine could find.
web::Response signed_out_here(bool secure);

}  // namespace sign_in::pages
