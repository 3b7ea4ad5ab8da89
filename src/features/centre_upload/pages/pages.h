// The upload of centres, for the route table, all for Hub operators.
#pragma once

#include <string>

#include "db/database.h"
#include "features/uploads/pages/pages.h"

namespace centre_upload::pages {

// Below /operator/centres. `public_url` is what Centre Admins are told.
uploads::pages::Site site(db::Database&, const std::string& public_url);

}  // namespace centre_upload::pages
