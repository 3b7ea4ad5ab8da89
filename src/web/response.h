// What a handler answers.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/body_stream.h"

namespace web {

using base::BodyStream;

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>>
      headers;  // the server adds Date, length, and the security headers
  std::string body;
  std::unique_ptr<BodyStream> stream;  // instead of body
  bool cacheable = false;  // false: Cache-Control: no-store, as everything that may hold personal data

  // Adds one; throws std::logic_error for a name or value that could break out of its line.
  Response& header(std::string name, std::string value);
  std::string_view header_value(std::string_view name) const;  // any letter case; empty if there is none

  static Response html(std::string body, int status = 200);
  static Response text(std::string body, int status = 200);
  static Response see_other(std::string_view location);  // 303; a path of this site, else std::logic_error
};

// Whether a header can stand on one line as given. The server asks once more for every header that it writes.
bool safe_header(std::string_view name, std::string_view value);

// Content-Disposition with the name in any script (RFC 6266), safe whatever it holds.
std::string attachment(std::string_view filename);
std::string inline_as(std::string_view filename);

// What a form or link says to go to next: a path of this site, and no other site's address in disguise.
bool is_local_path(std::string_view);

// Set-Cookie value: HttpOnly, SameSite=Lax, Path=/, and Secure with the __Host- prefix where `secure`.
// Values are of base64url characters (tokens); std::logic_error otherwise.
std::string set_cookie(std::string_view name, std::string_view value, bool secure);
std::string clear_cookie(std::string_view name, bool secure);
std::string cookie_name(std::string_view name, bool secure);  // with __Host- where secure

// Two years, and of names below the Hub's as well; only where the public address is https.
inline constexpr std::string_view hsts_value = "max-age=63072000; includeSubDomains";

// What every response says to the browser. A handler's own header of the same name stands, but for
// Cache-Control, which is no-store unless the response says that it is cacheable.
void add_security_headers(Response&, bool hsts);

// Sun, 06 Nov 1994 08:49:37 GMT
std::string http_date(std::chrono::system_clock::time_point);

}  // namespace web
