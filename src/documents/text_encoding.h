#pragma once

#include <string>
#include <string_view>

namespace documents {

struct DecodedText {
  std::string utf8;
  bool guessed = false;  // nothing in the file told Windows-1252 from other alphabets
};

// From UTF-8 with or without byte order mark, UTF-16 of either order, or Windows-1252. Throws Unreadable for
// what is no text.
DecodedText decode_text(std::string_view bytes);

}  // namespace documents
