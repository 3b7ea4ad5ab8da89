#include "documents/cell_text.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/characters.h"
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

// The text in ="...".
std::string without_doubled_quotes(std::string_view text) {
  std::string inner;
  for (std::size_t i = 2; i + 1 < text.size(); ++i) {
    inner += text[i];
    if (text[i] == '"' && text[i + 1] == '"' && i + 2 < text.size()) ++i;
  }
  return inner;
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
      out += base::encoded(0x10000 + ((*unit - 0xD800) << 10) + (*next - 0xDC00));
      i += escape_length;
    } else {
      out += base::encoded(*unit);
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
  // How a person makes Excel take a CSV cell as text.
  if (text.size() > 3 && text.starts_with("=\"") && text.ends_with('"')) text = without_doubled_quotes(text);
  if (base::valid_utf8(text) && text.find("\uFFFD") == std::string::npos) return {std::move(text), {}};
  Cell cell;
  std::string odd;
  for (const char32_t c : base::decoded(text)) {
    const bool kept = !base::is_control(c) || c == '\t' || c == '\n' || c == '\r';
    if (kept) cell.text += base::encoded(c);
    if (odd.empty() && !kept) odd = base::code_and_name(c);
    if (odd.empty() && c == base::lost_character)
      odd = "\u201C\uFFFD\u201D, in place of a letter that was lost when the file was saved";
  }
  cell.problem = fmt::format("holds a character that cannot be shown, {}; type it again", odd);
  return cell;
}

Cell number_cell(std::string_view raw) {
  double number = 0;
  const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), number);
  if (error != std::errc{} || end != raw.data() + raw.size() || !std::isfinite(number))
    return {text_cell(std::string(raw)).text, "is said to be a number and is none; type it again"};
  if (std::abs(number) >= exact_integers) {
    return {{},
            "is a longer number than a spreadsheet keeps exactly; set the cell's format to Text and type it "
            "again"};
  }
  if (number == std::trunc(number)) return {fmt::format("{:.0f}", number == 0 ? 0.0 : number), {}};
  if (std::stod(fmt::format("{:.15g}", number)) != number) {
    return {{},
            "is a number with more digits than a spreadsheet shows; set the cell's format to Text and type "
            "it again"};
  }
  std::array<char, 400> shortest{};
  const auto written = std::to_chars(shortest.begin(), shortest.end(), number, std::chars_format::fixed);
  return {std::string(shortest.begin(), written.ptr), {}};
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

std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
  return name;
}

}  // namespace documents
