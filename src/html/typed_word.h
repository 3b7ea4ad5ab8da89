// The last question before something is lost for good: a word to write in the field "confirm", and the button
// that it frees. The page's form ends with {{>TYPED_WORD}}.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/refusal.h"
#include "html/view.h"

namespace html {

struct TypedWord {
  std::string_view word;      // "DELETE"
  std::string_view what_for;  // "to delete this account"
  std::string_view button;    // "Confirm"
  std::string_view keep;      // "Keep this user", the way back
};

void show_typed_word(View::Part, const TypedWord&, std::string_view keep_href,
                     std::span<const base::FieldError> errors);

// Nothing where it is the word, letter by letter.
std::optional<base::FieldError> problem_with(const TypedWord&, std::string_view typed);

}  // namespace html
