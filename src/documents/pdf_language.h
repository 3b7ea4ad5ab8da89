// What cairo 1.16 does not say about a PDF: in what language it is, and that its title is to be shown.
#pragma once

#include <string>

namespace documents {

// `end` is the end of a PDF that cairo wrote, from before its catalogue on. Throws std::logic_error where
// there is none.
std::string with_language(std::string end);

}  // namespace documents
