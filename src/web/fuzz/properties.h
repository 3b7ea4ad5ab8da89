// What must hold for any bytes at all: the fuzzers search for bytes where it does not, a test replays what
// they found.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "web/form.h"
#include "web/head.h"
#include "web/target.h"
#include "web/wire_text.h"

namespace web {

inline void must(bool holds) {
  if (!holds) std::abort();
}

inline void check_fields(const Fields& fields) {
  for (const auto& [name, value] : fields.items()) must(base::is_text(name) && base::is_text(value));
}

// What was read can be written and read again, the same.
inline void check_urlencoded(std::string_view body) {
  const auto fields = parse_urlencoded(body);
  if (!fields) return;
  check_fields(*fields);
  std::string again;
  for (const auto& [name, value] : fields->items())
    again += percent_encoded(name) + "=" + percent_encoded(value) + "&";
  const auto read_again = parse_urlencoded(again);
  must(read_again && read_again->items() == fields->items());
}

// The first line is the boundary, the rest the body. Nothing is made up: what was read stands in the body.
inline void check_multipart(std::string_view input) {
  const auto line = input.substr(0, input.find('\n'));
  const auto body = input.substr(std::min(input.size(), line.size() + 1));
  const auto form = parse_multipart(body, line);
  if (!form) return;
  check_fields(form->fields);
  for (const auto& [name, value] : form->fields.items()) must(body.find(value) != std::string_view::npos);
  for (const auto& file : form->files) {
    must(body.find(file.bytes) != std::string_view::npos);
    must(file.filename.find_first_of("/\\") == std::string::npos && base::is_text(file.filename) &&
         base::is_text(file.field));
    must(file.bytes.find("\r\n--" + std::string(line)) == std::string::npos);
  }
  must(!parse_multipart(body.substr(0, body.size() - 3), line));
}

// A path that is let in has no segment that leads elsewhere.
inline void check_target(std::string_view text) {
  const auto target = parse_target(text);
  if (!target) return;
  must(target->path.starts_with('/') && base::is_text(target->path));
  must((target->path + "/").find("/../") == std::string::npos &&
       (target->path + "/").find("/./") == std::string::npos);
  must(target->path.find('\\') == std::string::npos);
  must(target->host.empty() || good_host(target->host));
  check_fields(target->query);
}

}  // namespace web
