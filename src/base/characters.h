// Single characters of a text: what each of them is, and how a sentence shows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

inline constexpr char32_t lost_character =
    0xFFFD;  // what programs write for a letter that they could not keep

std::u32string decoded(std::string_view utf8);  // any bytes: a malformed one is a lost_character
std::string encoded(char32_t);

bool is_control(char32_t);   // U+0000 to U+001F, U+007F to U+009F; or no character at all, as U+FFFF is
bool is_letter(char32_t);    // of any script; digits and accents too, but nothing that shows nothing
bool is_latin(char32_t);     // a Latin letter
bool looks_latin(char32_t);  // of a script whose letters are taken for Latin ones: Cyrillic, Greek
bool is_upper(char32_t);
bool is_lower(char32_t);
bool leaves_a_mark(char32_t);  // there is something to see: no space, joiner, direction mark
bool is_typographic(
    char32_t);  // of those spaces, dashes, quotation marks that programs put and keyboards do not

// "“’” (U+2019)"; of what leaves no mark, its name: "the invisible character U+200E (left-to-right mark)".
std::string shown(char32_t);
std::string code_and_name(char32_t);  // "U+000B (vertical tab)"

// Why nobody could read this as the `what` ("first name") on one line, a sentence: line breaks, control
// characters, what turns the direction, nothing to see, letters that were lost. Any bytes; nothing of an
// empty one.
std::optional<std::string> line_problem(std::string_view text, std::string_view what);

}  // namespace base
