#include "documents/cell_text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

#include "base/text.h"
#include "documents/reading.h"

namespace documents {
namespace {

constexpr std::size_t escape_length = 7;  // _xHHHH_
constexpr double exact_integers = 1e15;   // above it a spreadsheet rounds what was typed

std::optional<char32_t> escape_at(std::string_view text) {
  if (text.size() < escape_length || text[0] != '_' || text[1] != 'x' || text[6] != '_') return {};
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
  if (error != std::errc{} || end != text.data() + 6) return {};
  return unit;
}

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
        byte(0x80 | (c & 0x3F));
  }
}

bool is_high_surrogate(char32_t c) {
  return c >= 0xD800 && c < 0xDC00;
}
bool is_low_surrogate(char32_t c) {
  return c >= 0xDC00 && c < 0xE000;
}

}  // namespace

std::string without_escapes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto unit = escape_at(text.substr(i));
    if (!unit) {
      out += text[i++];
      continue;
    }
    i += escape_length;
    const auto next = is_high_surrogate(*unit) ? escape_at(text.substr(i)) : std::nullopt;
    if (next && is_low_surrogate(*next)) {
      append_utf8(out, 0x10000 + ((*unit - 0xD800) << 10) + (*next - 0xDC00));
      i += escape_length;
    } else {
      append_utf8(out, *unit);  // a lone surrogate is not valid UTF-8: text_cell says so
    }
  }
  return out;
}

std::string with_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (escape_at(text.substr(i))) {
      out += "_x005F_";
    } else {
      out += text[i];
    }
  }
  return out;
}

Cell text_cell(std::string text) {
  if (!base::valid_utf8(text)) return {{}, "holds a character that cannot be shown; type it again"};
  return {std::move(text), {}};
}

Cell number_cell(std::string_view raw) {
  double number = 0;
  const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), number);
  if (error != std::errc{} || end != raw.data() + raw.size() || !std::isfinite(number)) damaged();
  if (number != std::trunc(number)) return {std::string(raw), {}};
  if (std::abs(number) >= exact_integers) {
    return {{},
            "is a longer number than a spreadsheet keeps exactly; set the cell's format to Text and type it "
            "again"};
  }
  return {fmt::format("{:.0f}", number == 0 ? 0.0 : number), {}};
}

Cell boolean_cell(std::string_view raw) {
  return {raw == "1" || raw == "true" ? "TRUE" : "FALSE", {}};
}

Cell date_cell() {
  return {{}, "is a date or a time; set the cell's format to Text and type it again"};
}

Cell error_cell(std::string_view shown) {
  return {{},
          fmt::format("shows the error {}; type the value instead",
                      base::valid_utf8(shown) ? shown.substr(0, 40) : "")};
}

Cell uncalculated_cell() {
  return {{},
          "is a formula that was never calculated; open the file in your spreadsheet program and save it "
          "again, or "
          "type the value instead"};
}

}  // namespace documents
