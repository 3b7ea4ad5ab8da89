#include "features/summary/pages/filter_form.h"

namespace summary::pages {

Filter filter_of(const web::Fields& query) {
  return filter_from({.q = query.get("q"),
                      .role = query.get("role"),
                      .status = query.get("status"),
                      .assessment = query.get("assessment"),
                      .year = query.get("year")});
}

web::Fields fields_of(const Filter& filter) {
  web::Fields fields;
  const auto keep = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) fields.add(std::string(name), std::string(value));
  };
  keep("q", filter.search);
  if (filter.role) keep("role", access::code(*filter.role));
  keep("year", filter.year);
  keep("assessment", filter.assessment);
  if (filter.status) keep("status", status_code(*filter.status));
  return fields;
}

}  // namespace summary::pages
