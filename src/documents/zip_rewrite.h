#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace documents {

// The same ZIP file with the content of every entry below `folder` changed by `change`; all in memory. For
// archives of our own making: throws std::runtime_error where it cannot be done.
std::string rewrite_zip(std::string_view bytes, std::string_view folder,
                        const std::function<std::string(std::string content)>& change);

}  // namespace documents
