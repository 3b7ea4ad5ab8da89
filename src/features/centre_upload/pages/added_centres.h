// The centres that an upload added, as they are now, with whom to tell.
#pragma once

#include "db/database.h"
#include "features/uploads/upload.h"
#include "html/view.h"
#include "web/request.h"

namespace centre_upload::pages {

// Fills added_centres.html.
void show_added_centres(html::View::Part list, db::Database&, const web::Request&, const uploads::Upload&);

}  // namespace centre_upload::pages
