// Text as it stands in requests: ASCII without letter case, percent escapes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace web {

std::string lower_case(std::string_view ascii);
bool same_word(std::string_view a, std::string_view b);  // ASCII, any letter case
std::string_view stripped(std::string_view);             // without spaces and tabs at either end

enum class Plus { is_plus, is_space };
// Nothing for a malformed escape, or where the result is not base::is_text.
std::optional<std::string> percent_decoded(std::string_view, Plus);
// Everything but unreserved characters escaped.
std::string percent_encoded(std::string_view);

}  // namespace web
