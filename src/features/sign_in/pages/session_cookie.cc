#include "features/sign_in/pages/session_cookie.h"

#include "base/random.h"

namespace sign_in::pages {

std::optional<std::string> session_key(const web::Request& request, bool secure) {
  const auto token = request.cookie(web::cookie_name(session_cookie, secure));
  if (!token || token->empty()) return std::nullopt;
  return base::sha256_hex(*token);
}

void give_token(web::Response& response, std::string_view token, bool secure) {
  response.header("Set-Cookie", web::set_cookie(session_cookie, token, secure));
}

void take_token_away(web::Response& response, bool secure) {
  response.header("Set-Cookie", web::clear_cookie(session_cookie, secure));
}

}  // namespace sign_in::pages
