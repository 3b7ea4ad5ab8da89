#include <algorithm>

#include "web/response.h"
#include "web/wire_text.h"

namespace web {
namespace {

bool plain(char c) {
  return c >= ' ' && c <= '~' && std::string_view("\"\\/%").find(c) == std::string_view::npos;
}

// The nearest name for a program that knows no more than ASCII: one _ for each character that it would not
// take.
std::string ascii_name(std::string_view filename) {
  std::string name;
  for (const char c : filename) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (!continues) name += plain(c) ? c : '_';
  }
  return name;
}

std::string disposition(std::string_view kind, std::string_view filename) {
  if (filename.empty()) filename = "download";
  std::string value = std::string(kind) + "; filename=\"" + ascii_name(filename) + "\"";
  if (!std::ranges::all_of(filename, plain)) value += "; filename*=UTF-8''" + percent_encoded(filename);
  return value;
}

}  // namespace

std::string attachment(std::string_view filename) {
  return disposition("attachment", filename);
}
std::string inline_as(std::string_view filename) {
  return disposition("inline", filename);
}

}  // namespace web
