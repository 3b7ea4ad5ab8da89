#include "features/operator/reason.h"

#include "base/text.h"

namespace hub_operator {
namespace {

constexpr std::size_t max_characters = 300;

}  // namespace

std::optional<base::FieldError> reason_problem(std::string_view field, const std::string& text,
                                               std::string_view if_empty) {
  if (text.empty()) return base::FieldError{std::string(field), std::string(if_empty)};
  if (base::characters(text) > max_characters) {
    return base::FieldError{std::string(field), "Use at most 300 characters."};
  }
  return std::nullopt;
}

}  // namespace hub_operator
