#include "features/accounts/pages/role_words.h"

#include <fmt/format.h>

namespace accounts::pages {

std::string role_words(access::Role role) {
  return fmt::format("{} ({})", access::title(role), access::code(role));
}

}  // namespace accounts::pages
