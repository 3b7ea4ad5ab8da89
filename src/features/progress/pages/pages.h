// The handlers of looking at somebody's progress and of question insight, for the route table. User managers
// only.
#pragma once

#include "db/database.h"
#include "features/attempts/certificate_links.h"
#include "web/route.h"

namespace progress::pages {

// `certificates` may be null: the page links to none.
web::Handler person(db::Database&, attempts::CertificateLinks* certificates);  // GET /users/{id}/progress
web::Handler sections(db::Database&);          // GET /users/{id}/progress/{slug} ?year=
web::Handler answers(db::Database&);           // GET /users/{id}/attempts/{attempt}: kept in the audit
web::Handler question_insight(db::Database&);  // GET /summary/questions ?assessment=

}  // namespace progress::pages
