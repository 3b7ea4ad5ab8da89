// The handlers of the Hub's operator, all for Hub operators alone. "heavy" ones hash a password.
#pragma once

#include <string>

#include "db/database.h"
#include "features/accounts/session_ender.h"
#include "features/centres/closing_listener.h"
#include "web/route.h"

namespace hub_operator::pages {

web::Handler centres(db::Database&);  // GET /operator/centres

web::Handler add_centre_form();                                       // GET /operator/centres/add
web::Handler add_centre(db::Database&);                               // POST the same, heavy
web::Handler centre(db::Database&, std::string public_url);           // GET /operator/centres/{id}
web::Handler edit_centre_form(db::Database&);                         // GET /operator/centres/{id}/edit
web::Handler edit_centre(db::Database&);                              // POST the same
web::Handler close_centre_form(db::Database&);                        // GET /operator/centres/{id}/close
web::Handler close_centre(db::Database&, centres::ClosingListener&);  // POST the same
web::Handler reopen_centre(db::Database&);                            // POST /operator/centres/{id}/reopen
web::Handler keep_centre_form(db::Database&);                         // GET /operator/centres/{id}/keep
web::Handler keep_centre(db::Database&);                              // POST the same
web::Handler erase_centre_form(db::Database&);  // GET /operator/centres/{id}/erase, heavy: it counts
web::Handler erase_centre(db::Database&);       // POST the same, heavy: it takes seconds

web::Handler appoint_admin_form(db::Database&);  // GET /operator/centres/{id}/admins/add
web::Handler add_admin(db::Database&);           // POST the same, heavy
web::Handler appoint_admin(db::Database&);       // POST /operator/centres/{id}/admins/appoint
web::Handler edit_admin_form(db::Database&);     // GET /operator/centres/{id}/admins/{account}
web::Handler edit_admin(db::Database&, accounts::SessionEnder&);  // POST the same, heavy
web::Handler withdraw_admin_form(db::Database&);  // GET /operator/centres/{id}/admins/{account}/withdraw
web::Handler withdraw_admin(db::Database&, accounts::SessionEnder&);  // POST the same

web::Handler ask_for_record_form(db::Database&);  // GET /operator/centres/{id}/records/request
web::Handler ask_for_record(db::Database&);       // POST the same
web::Handler person_record(db::Database&);        // GET /operator/records/{id}
web::Handler person_record_file(db::Database&);   // GET /operator/records/{id}.xlsx, heavy

web::Handler report(db::Database&);           // GET /operator/report
web::Handler download_report(db::Database&);  // POST the same, heavy

}  // namespace hub_operator::pages
