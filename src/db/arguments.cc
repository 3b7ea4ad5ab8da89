#include "db/arguments.h"

#include <fmt/format.h>

#include <stdexcept>

#include "db/errors.h"

namespace db {

namespace {

struct Shape {
  std::size_t length;
  char32_t smallest;  // below it the sequence is overlong
};

Shape shape_of(unsigned char first) {
  if (first < 0x80) return {1, 1};  // NUL is refused as "too small"
  if (first >= 0xC2 && first <= 0xDF) return {2, 0x80};
  if (first >= 0xE0 && first <= 0xEF) return {3, 0x800};
  if (first >= 0xF0 && first <= 0xF4) return {4, 0x10000};
  return {0, 0};
}

// The length of the character at the start of `text`, 0 where there is no storable one.
std::size_t character_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const auto [length, smallest] = shape_of(first);
  if (length == 0 || length > text.size()) return 0;
  char32_t point = length == 1 ? first : first & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0) != 0x80) return 0;
    point = point << 6 | (next & 0x3Fu);
  }
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  return point < smallest || point > 0x10FFFF || surrogate ? 0 : length;
}

}  // namespace

bool storable_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

void check_arguments(std::string_view sql, std::size_t placeholders, std::span<const Value> args) {
  if (placeholders != args.size())
    throw std::logic_error(
        fmt::format("{} arguments for {} placeholders in: {}", args.size(), placeholders, sql));
  for (std::size_t i = 0; i < args.size(); ++i) {
    const auto* text = std::get_if<std::string>(&args[i].held());
    if (text && !storable_text(*text))
      throw Error(fmt::format("argument {} is not UTF-8 text without NUL in: {}", i + 1, sql));
  }
}

}  // namespace db
