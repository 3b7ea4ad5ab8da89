// The handlers of signing in and of one's own account, for the route table. "heavy" ones hash a password:
// Work::heavy. `secure`: the public address is https.
#pragma once

#include <string>

#include "db/database.h"
#include "web/route.h"

namespace sign_in::pages {

web::Handler sign_in_form();                            // GET /sign-in: anyone
web::Handler take_sign_in(db::Database&, bool secure);  // POST /sign-in: anyone, heavy
web::Handler sign_out(db::Database&, bool secure);      // POST /sign-out: signed in

web::Handler password_form();                              // GET /account/password: signed in
web::Handler change_password(db::Database&, bool secure);  // POST /account/password: signed in, heavy

web::Handler sessions(db::Database&);                  // GET /account/sessions: signed in
web::Handler end_session(db::Database&, bool secure);  // POST /account/sessions/{id}/end: signed in
web::Handler end_other_sessions(db::Database&);        // POST /account/sessions/end-others: signed in
web::Handler extend_session(db::Database&);            // POST /account/sessions/extend: signed in

web::Handler home();                           // GET /: signed in
web::Handler help(std::string support_email);  // GET /help: signed in

}  // namespace sign_in::pages
