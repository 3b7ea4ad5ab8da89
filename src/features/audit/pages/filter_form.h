// The filters of the audit's page and downloads, as they stand in the address.
#pragma once

#include <string>
#include <vector>

#include "base/refusal.h"
#include "features/audit/audit_store.h"
#include "web/form.h"

namespace audit::pages {

struct FilterForm {
  Filter filter;
  web::Fields fields;                    // only the filters' own, for links that keep them
  std::vector<base::FieldError> errors;  // beside from and to; such a filter is left out
};

FilterForm filter_form(const web::Fields& query);

}  // namespace audit::pages
