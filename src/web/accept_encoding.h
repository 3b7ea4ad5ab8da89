#pragma once

#include <string_view>

namespace web {

// Of br, gzip and "" (as it is), the one that the client likes best (RFC 9110, q-values); br where it likes
// two alike.
std::string_view best_encoding(std::string_view accept_encoding, bool have_br, bool have_gzip);

}  // namespace web
