// A text as somebody typed it into a form: white space off at both ends, \n for its line ends.
#pragma once

#include <string>
#include <string_view>

#include "web/form.h"

namespace authoring::pages {

std::string typed_text(const web::Fields&, std::string_view name);

}  // namespace authoring::pages
