// The cookie that carries a session's token.
#pragma once

#include <optional>
#include <string>

#include "web/request.h"
#include "web/response.h"

namespace sign_in::pages {

inline constexpr std::string_view session_cookie = "session";

// What the database knows the request's session by, open or not; nothing without the cookie.
std::optional<std::string> session_key(const web::Request&, bool secure);

void give_token(web::Response&, std::string_view token, bool secure);
void take_token_away(web::Response&, bool secure);

}  // namespace sign_in::pages
