// The filters of the User Summary, to and from the address.
#pragma once

#include "features/summary/summary_query.h"
#include "web/form.h"

namespace summary::pages {

Filter filter_of(const web::Fields& query);

// The filters alone, for links and downloads that keep them.
web::Fields fields_of(const Filter&);

}  // namespace summary::pages
