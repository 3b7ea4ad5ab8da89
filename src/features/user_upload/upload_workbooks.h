// The two workbooks that people download: the empty template, and the rows that have to be corrected.
#pragma once

#include <string>
#include <string_view>

#include "features/user_upload/upload_check.h"

namespace user_upload {

inline constexpr std::string_view template_filename = "UserUploadTemplate.xlsx";

std::string template_workbook();

// The original columns and, in a last one, what to correct; can be corrected and uploaded again as it is.
std::string problems_workbook(const CheckedFile&);

}  // namespace user_upload
