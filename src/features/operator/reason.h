// Why something about people is done, as the audit keeps it: asked for in words, and short.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/refusal.h"

namespace hub_operator {

// What is wrong with the field; nothing for 1 to 300 characters. `if_empty` says what to write.
std::optional<base::FieldError> reason_problem(std::string_view field, const std::string& text,
                                               std::string_view if_empty);

}  // namespace hub_operator
