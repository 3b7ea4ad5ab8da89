// The handlers of the resources: for those who read them, and under /operator for the Hub operators who
// publish them.
#pragma once

#include <cstddef>

#include "db/database.h"
#include "web/route.h"

namespace resources::pages {

// Over the 25 MB that a file may have, so that one a little larger is told so by the form.
inline constexpr std::size_t file_body_limit = 27 << 20;

web::Handler resources(db::Database&);      // GET /resources: resource readers
web::Handler resource_file(db::Database&);  // GET /resources/{id}: resource readers; the newest version

web::Handler kept_resources(db::Database&);    // GET /operator/resources: Hub operators, as all below
web::Handler publish_form(db::Database&);      // GET /operator/resources/add
web::Handler publish_resource(db::Database&);  // POST the same: file_body_limit, heavy
web::Handler kept_resource(db::Database&);     // GET /operator/resources/{id}
web::Handler rename_resource(db::Database&);   // POST /operator/resources/{id}/edit
web::Handler publish_version(
    db::Database&);                        // POST /operator/resources/{id}/versions: file_body_limit, heavy
web::Handler version_file(db::Database&);  // GET /operator/resources/{id}/versions/{n}
web::Handler withdraw_resource(db::Database&);  // POST /operator/resources/{id}/withdraw
web::Handler restore_resource(db::Database&);   // POST /operator/resources/{id}/restore

}  // namespace resources::pages
