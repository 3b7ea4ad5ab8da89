// The filters of the audit's page and downloads, as they stand in the address.
#pragma once

#include <string_view>

#include "features/audit/audit_store.h"
#include "html/list.h"

namespace audit::pages {

std::string_view address(Whose);  // "/audit" or "/operator/audit"

html::List audit_list(const web::Request&, Whose);

// What the list is filtered by. A day that is none stands beside its field, and is left out.
Filter filter_of(html::List&);

}  // namespace audit::pages
