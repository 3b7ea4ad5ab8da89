// The handlers of Assessment Access and of extra time, for the route table.
#pragma once

#include "db/database.h"
#include "web/route.h"

namespace visibility::pages {

inline constexpr std::size_t bulk_body_limit = 64
                                               << 10;  // of the pages for many: an id for each that is ticked

web::Handler access_form(db::Database&);  // GET /users/{id}/access: Centre Admins
web::Handler save_access(db::Database&);  // POST the same

web::Handler bulk_access(db::Database&);          // GET /users/access: Centre Admins
web::Handler look_at_bulk_access(db::Database&);  // POST the same: what would change
web::Handler apply_bulk_access(db::Database&);    // POST /users/access/apply
web::Handler save_default(db::Database&);         // POST /users/access/default

web::Handler extra_time_form(db::Database&);  // GET /users/{id}/extra-time: user managers
web::Handler save_extra_time(db::Database&);  // POST the same

}  // namespace visibility::pages
