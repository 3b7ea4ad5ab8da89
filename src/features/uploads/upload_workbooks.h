// The two workbooks that people download: the empty template, and the rows that have to be corrected.
#pragma once

#include <string>

#include "features/uploads/upload_check.h"

namespace uploads {

std::string template_workbook(const Format&);

// The original columns and, in a last one, what to correct; can be corrected and uploaded again as it is.
std::string problems_workbook(const Format&, const CheckedFile&);

}  // namespace uploads
