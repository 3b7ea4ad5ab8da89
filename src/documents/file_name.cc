#include "documents/file_name.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace documents {
namespace {

constexpr std::size_t most_bytes = 120;

bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// Of one UTF-8 character: U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
bool turns_direction(std::string_view character) {
  if (character.size() != 3 || character.substr(0, 1) != "\xE2") return false;
  const auto second = static_cast<unsigned char>(character[1]);
  const auto third = static_cast<unsigned char>(character[2]);
  if (second == 0x80) return third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE);
  return second == 0x81 && third >= 0xA6 && third <= 0xA9;
}

std::string_view written(std::string_view character) {
  const auto c = static_cast<unsigned char>(character.front());
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || character == "\u00a0") return " ";
  if (c < 0x20 || c == 0x7F || turns_direction(character)) return "";
  if (std::string_view(R"(/\:*?"<>|)").find(character.front()) != std::string_view::npos) return "-";
  return character;
}

// CON, PRN, AUX, NUL, COM1 to COM9, LPT1 to LPT9: devices to Windows, whatever follows after a dot.
bool is_device(std::string_view stem) {
  const auto name = base::folded(stem);
  if (name == "con" || name == "prn" || name == "aux" || name == "nul") return true;
  const auto start = std::string_view(name).substr(0, 3);
  return name.size() == 4 && (start == "com" || start == "lpt") && name[3] >= '1' && name[3] <= '9';
}

}  // namespace

std::string file_name_part(std::string_view text) {
  std::string name;
  for (std::size_t from = 0; from < text.size();) {
    auto to = from + 1;
    while (to < text.size() && !starts_character(text[to])) ++to;
    const auto character = written(text.substr(from, to - from));
    from = to;
    if (character == " " && (name.empty() || name.back() == ' ')) continue;
    if (name.size() + character.size() > most_bytes) break;
    name += character;
  }
  // Windows drops dots and spaces at the end of a name, and hides what starts with a dot elsewhere.
  const auto first = name.find_first_not_of(". ");
  const auto last = name.find_last_not_of(". ");
  if (first == std::string::npos) return "-";
  name = name.substr(first, last - first + 1);
  if (const auto dot = std::min(name.find('.'), name.size()); is_device(name.substr(0, dot)))
    name.insert(dot, "-");
  return name;
}

std::string FileNames::unique(const std::string& stem, std::string_view ending) {
  auto name = fmt::format("{}{}", stem, ending);
  for (int n = 2; !taken_.insert(base::folded(name)).second; ++n)
    name = fmt::format("{} ({}){}", stem, n, ending);
  return name;
}

}  // namespace documents
