// The handlers of + Upload Users, for the route table. "heavy" ones read or make a document: Work::heavy.
#pragma once

#include <cstddef>

#include "features/user_upload/uploads.h"
#include "web/route.h"

namespace user_upload::pages {

// Over the 5 MB that a file may have, so that one a little larger is told so by the form.
inline constexpr std::size_t upload_body_limit = 6 << 20;

web::Handler upload_form(Uploads&);     // GET /users/upload: user managers
web::Handler upload_file(Uploads&);     // POST the same: user managers, upload_body_limit, heavy
web::Handler upload_template();         // GET /users/upload/template: user managers, heavy
web::Handler upload(Uploads&);          // GET /users/uploads/{id}: user managers
web::Handler confirm_upload(Uploads&);  // POST /users/uploads/{id}/confirm: user managers
web::Handler problems_file(Uploads&);   // GET /users/uploads/{id}/problems.xlsx: user managers, heavy

}  // namespace user_upload::pages
