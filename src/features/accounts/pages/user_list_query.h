// The filters and the order of the user list, to and from the address.
#pragma once

#include <string>
#include <string_view>

#include "features/accounts/account_store.h"
#include "web/form.h"

namespace accounts::pages {

inline constexpr std::string_view centre_admin_filter = "ADMIN";  // beside the roles' codes

// From `q`, `role` and `sort` ("email", or "-email" for descending); what is none of these counts as not
// said.
ListQuery list_query(const web::Fields& query);

std::string_view sort_name(SortBy);

// `q`, `role` and `sort` alone, for links that keep them.
web::Fields kept_filters(const web::Fields& query);

}  // namespace accounts::pages
