// A document on its way to a browser: an attachment with a safe type, read from the database piece by piece.
#pragma once

#include "db/database.h"
#include "features/resources/resource.h"
#include "web/response.h"

namespace resources::pages {

web::Response file_response(db::Database&, const Resource&, const Version&);

}  // namespace resources::pages
