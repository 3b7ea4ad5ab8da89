// The document that a form brought, checked and cut up.
#pragma once

#include "features/resources/resource_store.h"
#include "web/request.h"

namespace resources::pages {

// Refuses bad_input "file": none, too large, not a document that may be published.
base::Result<File> sent_file(const web::Request&);

}  // namespace resources::pages
