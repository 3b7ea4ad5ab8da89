#include "base/characters.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace base {
namespace {

using namespace std::string_view_literals;

UChar32 icu_of(char32_t c) {
  return static_cast<UChar32>(c);
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(icu_of(c), &status);
}

// What Unicode calls a control character is no name.
std::string control_name(char32_t c) {
  // What Windows has where Unicode has U+0080 to U+009F, and old programs leave there.
  constexpr std::u32string_view of_windows =
      U"\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
      U"\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178"sv;
  if (c >= 0x80 && c < 0xA0 && of_windows[c - 0x80] != 0)
    return fmt::format("\u201C{}\u201D of an old program", encoded(of_windows[c - 0x80]));
  switch (c) {
    case 0x00:
      return "NUL";
    case 0x0B:
      return "vertical tab";
    case 0x0C:
      return "form feed";
    case 0x1A:
      return "Ctrl-Z";
    default:
      return "control character";
  }
}

std::string name_of(char32_t c) {
  if (is_control(c)) return control_name(c);
  std::array<char, 100> name{};
  UErrorCode status = U_ZERO_ERROR;
  u_charName(icu_of(c), U_UNICODE_CHAR_NAME, name.data(), name.size(), &status);
  std::string lower = name.data();
  std::ranges::transform(lower, lower.begin(),
                         [](char letter) { return static_cast<char>(u_tolower(letter)); });
  return lower.empty() ? "unknown" : lower;
}

// Or turns the direction of what follows: a name could show as another one.
bool breaks_a_line(char32_t c) {
  return is_control(c) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::u32string decoded(std::string_view utf8) {
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::u32string characters;
  characters.reserve(static_cast<std::size_t>(text.length()));
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    characters += static_cast<char32_t>(text.char32At(i));
  return characters;
}

std::string encoded(char32_t c) {
  std::string utf8;
  return icu::UnicodeString(icu_of(c)).toUTF8String(utf8);
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE;
}

bool is_letter(char32_t c) {
  constexpr auto kinds = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK;
  return (U_GET_GC_MASK(icu_of(c)) & kinds) != 0 && leaves_a_mark(c);
}

bool is_latin(char32_t c) {
  return script_of(c) == USCRIPT_LATIN;
}

bool looks_latin(char32_t c) {
  const auto script = script_of(c);
  return script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK || script == USCRIPT_ARMENIAN ||
         script == USCRIPT_COPTIC || script == USCRIPT_CHEROKEE || script == USCRIPT_LISU;
}

bool is_upper(char32_t c) {
  return u_isUUppercase(icu_of(c)) != 0;
}

bool is_lower(char32_t c) {
  return u_isULowercase(icu_of(c)) != 0;
}

bool leaves_a_mark(char32_t c) {
  constexpr char32_t braille_blank = 0x2800;
  return u_isgraph(icu_of(c)) != 0 && u_charType(icu_of(c)) != U_FORMAT_CHAR && c != braille_blank &&
         u_hasBinaryProperty(icu_of(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
}

bool is_typographic(char32_t c) {
  return ublock_getCode(icu_of(c)) == UBLOCK_GENERAL_PUNCTUATION;
}

std::string shown(char32_t c) {
  if (c == '\t') return "a tab";
  if (c == '\n' || c == '\r' || c == U'\u2028' || c == U'\u2029') return "a line break";
  if (!leaves_a_mark(c)) return "the invisible character " + code_and_name(c);
  const auto quoted = fmt::format("\u201C{}\u201D", encoded(c));
  return c < 0x80 ? quoted : fmt::format("{} (U+{:04X})", quoted, static_cast<unsigned>(c));
}

std::optional<std::string> line_problem(std::string_view text, std::string_view what) {
  const auto characters = decoded(text);
  if (const auto odd = std::ranges::find_if(characters, breaks_a_line); odd != characters.end())
    return fmt::format("The {} holds {}. Type it again by hand.", what, shown(*odd));
  if (characters.find(lost_character) != characters.npos) {
    return fmt::format(
        "The {} lost letters when it was saved: {} stands in their place. Type it again; save a spreadsheet "
        "as "
        ".xlsx, or as CSV UTF-8.",
        what, shown(lost_character));
  }
  if (characters.empty() || std::ranges::any_of(characters, leaves_a_mark)) return {};
  return fmt::format("The {} holds nothing that can be seen, only {}. Type it again by hand.", what,
                     shown(characters.front()));
}

std::string code_and_name(char32_t c) {
  return fmt::format("U+{:04X} ({})", static_cast<unsigned>(c), name_of(c));
}

}  // namespace base
