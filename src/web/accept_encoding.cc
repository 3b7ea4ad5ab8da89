#include "web/accept_encoding.h"

#include <algorithm>
#include <string>

#include "web/wire_text.h"

namespace web {
namespace {

// 0, 0.5, 1.000 in thousandths; anything else counts as not acceptable.
int thousandths(std::string_view q) {
  const bool shaped =
      !q.empty() && q.size() <= 5 && (q[0] == '0' || q[0] == '1') && (q.size() == 1 || q[1] == '.') &&
      q.substr(std::min<std::size_t>(q.size(), 2)).find_first_not_of("0123456789") == std::string_view::npos;
  if (!shaped) return 0;
  std::string digits(q.substr(std::min<std::size_t>(q.size(), 2)));
  digits.resize(3, '0');
  return std::min(1000, (q[0] - '0') * 1000 + std::stoi(digits));
}

// What the header gives to this coding; -1 where it does not speak of it.
int preference(std::string_view header, std::string_view coding) {
  int named = -1;
  while (!header.empty()) {
    const auto item = header.substr(0, header.find(','));
    header.remove_prefix(std::min(header.size(), item.size() + 1));
    const auto semicolon = std::min(item.find(';'), item.size());
    if (!same_word(stripped(item.substr(0, semicolon)), coding)) continue;
    const auto parameter = stripped(item.substr(std::min(item.size(), semicolon + 1)));
    if (parameter.empty()) {
      named = 1000;
    } else {
      named = same_word(parameter.substr(0, 2), "q=") ? thousandths(parameter.substr(2)) : 0;
    }
  }
  return named;
}

int quality(std::string_view header, std::string_view coding) {
  const int named = preference(header, coding);
  return named >= 0 ? named : std::max(0, preference(header, "*"));
}

}  // namespace

std::string_view best_encoding(std::string_view accept_encoding, bool have_br, bool have_gzip) {
  std::string_view best;
  int liking = std::max(0, preference(accept_encoding, "identity"));
  const auto consider = [&](std::string_view coding, bool have) {
    const int here = have ? quality(accept_encoding, coding) : 0;
    if (here == 0 || here < liking || (here == liking && !best.empty())) return;
    best = coding;
    liking = here;
  };
  consider("br", have_br);
  consider("gzip", have_gzip);
  return best;
}

}  // namespace web
