#include "features/centres/centre.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace centres {
namespace {

constexpr std::size_t number_digits = 5;
constexpr std::size_t max_name_characters = 200;

bool is_number(std::string_view text) {
  return text.size() == number_digits &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool on_one_line(std::string_view text) {
  return base::valid_utf8(text) && text.find_first_of("\t\r\n") == text.npos;
}

}  // namespace

std::vector<base::FieldError> check(std::string_view number, std::string_view name) {
  std::vector<base::FieldError> errors;
  if (!is_number(number))
    errors.push_back({"number", "Enter the centre number: five digits, such as 12345."});
  if (base::trimmed(name).empty()) {
    errors.push_back({"name", "Enter the name of the centre."});
  } else if (!on_one_line(name)) {
    errors.push_back({"name", "The name holds a line break or a hidden character. Type it again by hand."});
  } else if (const auto length = base::characters(name); length > max_name_characters) {
    errors.push_back({"name", fmt::format("Use at most {} characters for the name; this has {}.",
                                          max_name_characters, length)});
  }
  return errors;
}

}  // namespace centres
