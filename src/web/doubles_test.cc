#include "base/unavailable.h"
#include "web/test_doubles.h"

namespace web {

std::optional<Session> FixedSession::authenticate(const Request&) {
  ++asked;
  if (unavailable) throw base::Unavailable("no database");
  return ended ? std::nullopt : session;
}

void FixedSession::sign_in(access::Role role, bool centre_admin) {
  session.emplace();
  session->actor = {access::AccountId{7}, access::CentreId{1}, role,   centre_admin,
                    "Siân Jones",         "Brynmawr",          "12345"};
  session->csrf = "session-csrf";
}

Response PlainPages::page(const Request&, int status, std::string_view message) {
  if (broken) throw std::runtime_error("no template");
  return Response::html(std::to_string(status) + " " + std::string(message), status);
}

void NotedRefusals::refused(const Request& request) {
  routes.push_back(request.route);
  if (broken) throw std::runtime_error("no audit");
}

}  // namespace web
