// Who sent a request, by the session cookie: one query, and at most once a minute one small write.
#pragma once

#include "db/database.h"
#include "features/sign_in/session_store.h"
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

}  // namespace sign_in::pages
