#pragma once

#include <string>
#include <string_view>

#include "web/response.h"

namespace uploads::pages {

web::Response workbook_response(std::string_view filename, std::string bytes);

}  // namespace uploads::pages
