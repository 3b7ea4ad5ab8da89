// A request's head, judged before a byte of its body is read. Where two programs in a row could read a
// message differently (and one smuggle a request past the other), it is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace web {

struct Head {
  std::string method;                                        // as sent
  std::string target;                                        // as sent
  unsigned version = 11;                                     // 10 or 11
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
};

struct Fault {
  int status;           // 400, 417 or 431
  std::string message;  // for the person, empty for the page's own
};

std::optional<Fault> fault_in(const Head&);

// HOST or HOST:PORT, HOST of letters, digits, dots and hyphens, or an IPv6 address in brackets.
bool good_host(std::string_view);

// Whether the client waits to be told 100 before it sends the body.
bool waits_for_continue(const Head&);

}  // namespace web
