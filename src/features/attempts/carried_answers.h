// Answers on their way through the sign-in, in letters that any form carries as they are: question 3 answered
// with 17 and 20, question 4 with nothing: "3.17.20-4". Only what the form changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "features/attempts/attempt.h"

namespace attempts {

// Nothing where it would be too long; what does not look like an answer is left out.
std::optional<std::string> packed(const FormItems&);

// As the form that said it; whether it is of the section at all is for changes_in to say.
FormItems unpacked(std::string_view);

}  // namespace attempts
