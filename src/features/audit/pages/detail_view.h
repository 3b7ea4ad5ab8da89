// The old and new values of an event, as a page shows them.
#pragma once

#include <span>
#include <string_view>

#include "features/audit/audit.h"
#include "html/view.h"

namespace audit::pages {

// {{>NAME}} in the template.
void show_details(html::View::Part, std::string_view name, std::span<const Detail>);

}  // namespace audit::pages
