#include "html/typed_word.h"

#include <fmt/format.h>

#include "html/form_view.h"

namespace html {

void show_typed_word(View::Part page, const TypedWord& typed_word, std::string_view keep_href,
                     std::span<const base::FieldError> errors) {
  auto part = page.include("TYPED_WORD", "html/partials/typed_word.html");
  part.set("WORD", typed_word.word).set("WHAT_FOR", typed_word.what_for).set("BUTTON", typed_word.button);
  part.set("KEEP", typed_word.keep).set("KEEP_HREF", keep_href);
  show_errors(part, errors);
}

std::optional<base::FieldError> problem_with(const TypedWord& typed_word, std::string_view typed) {
  if (typed == typed_word.word) return std::nullopt;
  return base::FieldError{
      "confirm", fmt::format("Write {}, in capital letters, {}.", typed_word.word, typed_word.what_for)};
}

}  // namespace html
