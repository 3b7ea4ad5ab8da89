#pragma once

#include <string>
#include <string_view>

#include "web/response.h"

namespace user_upload::pages {

web::Response workbook_response(std::string_view filename, std::string bytes);

}  // namespace user_upload::pages
