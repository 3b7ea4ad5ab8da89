#include "features/summary/pages/filter_form.h"

namespace summary::pages {

Filter filter_of(const web::Fields& query) {
  return filter_from(query.get("q"), query.get("role"), query.get("status"), query.get("assessment"));
}

web::Fields fields_of(const Filter& filter) {
  web::Fields fields;
  const auto keep = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) fields.add(std::string(name), std::string(value));
  };
  keep("q", filter.search);
  if (filter.role) keep("role", access::code(*filter.role));
  keep("assessment", filter.assessment);
  if (filter.status) keep("status", status_code(*filter.status));
  return fields;
}

}  // namespace summary::pages
