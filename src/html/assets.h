// The stylesheet, script and icons built from frontend/: their bytes and their addresses, which have a hash
// of the content in them (/static/app.1f2e3d4c5b6a.css) and so may be kept for ever.
#pragma once

#include <span>
#include <string_view>

#include "web/static_files.h"

namespace html {

std::span<const web::Asset> assets();

std::string_view stylesheet_address();
std::string_view script_address();
std::string_view icons_address();  // an SVG of symbols: <use href="{{ICONS}}#edit">
std::string_view favicon_address();

}  // namespace html
