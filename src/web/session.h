// Who sent a request, as the web layer needs to know it. sign_in implements Authenticator and app wires it.
#pragma once

#include <optional>
#include <string>

#include "access/actor.h"
#include "base/instant.h"

namespace web {

struct Request;

struct Session {
  access::Actor actor;
  std::string key;   // what the database knows the session by (a hash, never the token)
  std::string csrf;  // every form of this session carries it in the hidden field `csrf`
  bool must_change_password =
      false;                     // nothing but the password page, sign-out and static files until it is done
  base::Instant idle_until;      // signed out then unless a request comes first
  base::Instant absolute_until;  // signed out then whatever happens
};

class Authenticator {
 public:
  virtual ~Authenticator() = default;
  // Nothing for no cookie, an unknown or ended session. Throws base::Unavailable when the database cannot
  // say.
  virtual std::optional<Session> authenticate(const Request&) = 0;
};

}  // namespace web
