// What tests of this folder put in the places of sign_in, html and the audit.
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "web/dispatcher.h"

namespace web {

// Answers the session set here, to whoever asks.
struct FixedSession : Authenticator {
  std::optional<Session> session;
  bool unavailable = false;
  std::atomic<bool> ended = false;  // nobody is signed in any more; from any thread
  std::atomic<int> asked = 0;

  std::optional<Session> authenticate(const Request&) override;
  void sign_in(access::Role role, bool centre_admin = false);
};

// "404 message"
struct PlainPages : ErrorPages {
  bool broken = false;
  Response page(const Request&, int status, std::string_view message) override;
};

struct NotedRefusals : RefusalListener {
  std::vector<std::string> routes;
  bool broken = false;
  void refused(const Request&) override;
};

}  // namespace web
