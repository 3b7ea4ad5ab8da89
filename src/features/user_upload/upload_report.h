// What the check found, as it is kept with the upload: JSON without any password.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "features/user_upload/upload_check.h"

namespace user_upload {

struct Report {
  std::vector<Problem> problems;
  std::vector<std::string> notes;
  std::vector<Problem> taken;  // rows whose email was registered between the check and the adding
};

std::string to_json(const Report&);
Report report_from(std::string_view json);  // of an emptied one: an empty Report

}  // namespace user_upload
