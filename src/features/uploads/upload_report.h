// What the check found, as it is kept with the upload: JSON without any password.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "features/uploads/upload_check.h"

namespace uploads {

struct Report {
  std::vector<Problem> problems;
  std::vector<std::string> notes;
  std::vector<Problem> taken;         // rows that became taken between the check and the adding
  std::vector<std::int64_t> added{};  // what was, where the kind says
};

std::string to_json(const Report&);
Report report_from(std::string_view json);  // of an emptied one: an empty Report

}  // namespace uploads
