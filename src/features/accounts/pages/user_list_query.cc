#include "features/accounts/pages/user_list_query.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace accounts::pages {
namespace {

constexpr std::array all_sorts{SortBy::name, SortBy::email, SortBy::role, SortBy::last_signed_in};

}  // namespace

std::string_view sort_name(SortBy sort) {
  switch (sort) {
    case SortBy::email:
      return "email";
    case SortBy::role:
      return "role";
    case SortBy::last_signed_in:
      return "last_signed_in";
    case SortBy::name:
      break;
  }
  return "name";
}

ListQuery list_query(const web::Fields& query) {
  ListQuery list;
  list.search = base::trimmed(query.get("q"));
  list.centre_admins_only = query.get("role") == centre_admin_filter;
  list.role = access::centre_role_from(query.get("role"));
  auto sort = query.get("sort");
  list.descending = sort.starts_with('-');
  if (list.descending) sort.remove_prefix(1);
  const auto known = std::ranges::find(all_sorts, sort, sort_name);
  if (known != all_sorts.end()) list.sort = *known;
  return list;
}

web::Fields kept_filters(const web::Fields& query) {
  web::Fields kept;
  for (const char* name : {"q", "role", "sort"}) {
    if (!query.get(name).empty()) kept.add(name, std::string(query.get(name)));
  }
  return kept;
}

}  // namespace accounts::pages
