#pragma once

#include <string>
#include <utility>

#include "features/user_upload/upload.h"

namespace user_upload::pages {

inline std::string address(UploadId id) {
  return "/users/uploads/" + std::to_string(std::to_underlying(id));
}

}  // namespace user_upload::pages
