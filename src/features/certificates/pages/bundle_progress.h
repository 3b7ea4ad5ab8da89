#pragma once

#include "features/certificates/downloads.h"
#include "html/view.h"

namespace certificates::pages {

// {{>PROGRESS}}: how far the download of that name is; one that has not begun may be null.
void show_progress(html::View::Part, const Download*, std::string_view name);

}  // namespace certificates::pages
