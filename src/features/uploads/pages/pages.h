// The handlers of an upload, for each kind's own pages.h. "heavy" ones read or make a document: Work::heavy.
#pragma once

#include <cstddef>

#include "features/uploads/pages/site.h"
#include "features/uploads/uploads.h"
#include "web/route.h"

namespace uploads::pages {

// Over the 5 MB that a file may have, so that one a little larger is told so by the form.
inline constexpr std::size_t upload_body_limit = 6 << 20;

web::Handler upload_form(Uploads&, Site);     // GET HOME/upload
web::Handler upload_file(Uploads&, Site);     // POST the same: upload_body_limit, heavy
web::Handler upload_template(Uploads&);       // GET HOME/upload/template: heavy
web::Handler upload(Uploads&, Site);          // GET HOME/uploads/{id}
web::Handler confirm_upload(Uploads&, Site);  // POST HOME/uploads/{id}/confirm
web::Handler problems_file(Uploads&);         // GET HOME/uploads/{id}/problems.xlsx: heavy

}  // namespace uploads::pages
