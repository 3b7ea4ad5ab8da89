// Text as people type it. All strings are UTF-8; functions that take `text` need it valid unless they say
// otherwise.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace base {

// Any bytes: UTF-8 without NUL, which is what both databases keep. Other control characters are let pass:
// text pasted from a word processor holds them, and a form answers those beside the field.
bool is_text(std::string_view bytes);
bool valid_utf8(std::string_view bytes);   // is_text without control characters but tab and newlines
std::size_t characters(std::string_view);  // code points, which is what limits in forms count
std::string trimmed(
    std::string_view);  // without white space at either end, non-breaking and zero-width space included
std::string first_characters(std::string_view, std::size_t most);
std::string folded(std::string_view);  // Unicode case folding after NFKC: for comparing emails and headers
std::string search_key(
    std::string_view);  // lower case, no accents, no apostrophes: "O'Neil Łukasz" -> "oneil lukasz"; 李 stays
std::string collation_key(
    std::string_view);  // hex of ICU's en-GB sort key: sorts as a British reader expects, in any database
std::string like_pattern(std::string_view);  // %text% with \ before %, _ and \ ; use with LIKE ? ESCAPE '\'
std::string counted(std::size_t n, std::string_view one, std::string_view many);  // "1 user", "1,204 users"
std::string listed(const std::vector<std::string>&,
                   std::size_t most = 10);  // "a, b and c"; "a, b and 7 more"
std::string thousands(std::size_t n);       // 1,204

}  // namespace base
