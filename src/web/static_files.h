// Scripts, styles and icons that are compiled into the binary, each compressed when it was built.
#pragma once

#include <span>
#include <string_view>

#include "web/route.h"

namespace web {

// One file of the build. Lives as long as the program.
struct Asset {
  std::string_view path;  // below /static/, one segment: app.3f9c2e51.css
  std::string_view type;  // its Content-Type: text/css; charset=utf-8
  std::string_view identity;
  std::string_view gzip;  // empty where it would gain nothing
  std::string_view br;    // the same
};

// For GET /static/{file}. A name that holds a hash of its content (at least 8 letters and digits before the
// extension, after a dot or hyphen) is kept for ever by browsers, any other for an hour. Throws
// std::logic_error for a path twice.
Handler static_files(std::span<const Asset>);

// Of br, gzip and "" (as it is), the one that the client likes best (RFC 9110, q-values); br where it likes
// two alike.
std::string_view best_encoding(std::string_view accept_encoding, bool have_br, bool have_gzip);

}  // namespace web
