#pragma once

#include <string>
#include <string_view>

namespace documents {

struct DecodedText {
  std::string utf8;       // well-formed, control characters and all
  std::string guessed{};  // the alphabet ("Windows"), where nothing in the file told it; else empty
};

// From UTF-8 or UTF-16 with or without byte order mark, or the Western European letters of Windows, of old
// Macintoshes, of MS-DOS. A byte that is no letter becomes U+FFFD where the others are UTF-8 without doubt.
// Throws Unreadable for what is no text.
DecodedText decode_text(std::string_view bytes);

}  // namespace documents
