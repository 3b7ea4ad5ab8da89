#pragma once

#include "web/response.h"

namespace web {

// Two years, and of names below the Hub's as well; only where the public address is https.
inline constexpr std::string_view hsts_value = "max-age=63072000; includeSubDomains";

// What every response says to the browser. A handler's own header of the same name stands, but for
// Cache-Control, which is no-store unless the response says that it is cacheable.
void add_security_headers(Response&, bool hsts);

}  // namespace web
