#include "features/centres/centre.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/characters.h"
#include "base/text.h"

namespace centres {
namespace {

constexpr std::size_t number_digits = 5;
constexpr std::size_t max_name_characters = 200;

bool is_number(std::string_view text) {
  return text.size() == number_digits &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "Ysgol Llandd?el", of a program that did not know the ŵ.
bool lost_a_letter(std::string_view name) {
  const auto letters = base::decoded(name);
  for (std::size_t at = letters.find('?'); at != letters.npos; at = letters.find('?', at + 1)) {
    if (at > 0 && at + 1 < letters.size() && base::is_letter(letters[at - 1]) &&
        base::is_letter(letters[at + 1]))
      return true;
  }
  return false;
}

}  // namespace

std::vector<base::FieldError> check(std::string_view number, std::string_view name) {
  std::vector<base::FieldError> errors;
  if (!is_number(number))
    errors.push_back({"number", "Enter the centre number: five digits, such as 12345."});
  if (base::trimmed(name).empty()) {
    errors.push_back({"name", "Enter the name of the centre."});
  } else if (auto problem = base::line_problem(name, "name")) {
    errors.push_back({"name", std::move(*problem)});
  } else if (lost_a_letter(name)) {
    errors.push_back(
        {"name",
         fmt::format("\u201C{}\u201D lost letters when it was saved: \u201C?\u201D stands in their place. "
                     "Type the name again; save a spreadsheet as .xlsx, or as CSV UTF-8.",
                     base::first_characters(name, max_name_characters))});
  } else if (const auto length = base::characters(name); length > max_name_characters) {
    errors.push_back({"name", fmt::format("Use at most {} characters for the name; this has {}.",
                                          max_name_characters, length)});
  }
  return errors;
}

}  // namespace centres
