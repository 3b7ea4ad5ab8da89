// The pages of signing in and of one's own account, for the route table. Those that hash a password are
// Work::heavy.
#pragma once

#include <string>

#include "db/database.h"
#include "web/carried_forms.h"
#include "web/request.h"
#include "web/response.h"

namespace sign_in::pages {

class SignInPages {
 public:
  // `secure`: the public address is https.
  SignInPages(db::Database& database, bool secure, std::string support_email, web::CarriedForms& carried)
      : database_(database), secure_(secure), support_email_(std::move(support_email)), carried_(carried) {}

  web::Response sign_in(const web::Request&);          // /sign-in, a form: anyone, heavy
  web::Response sign_in_again(const web::Request&);    // for a form that came after its session's end
  web::Response sign_out(const web::Request&);         // POST /sign-out: signed in
  web::Response change_password(const web::Request&);  // /account/password, a form: signed in, heavy

  web::Response sessions(const web::Request&);            // /account/sessions: signed in
  web::Response end_session(const web::Request&);         // POST /account/sessions/{id}/end: signed in
  web::Response end_other_sessions(const web::Request&);  // POST /account/sessions/end-others: signed in
  web::Response extend_session(const web::Request&);      // POST /account/sessions/extend: signed in

  web::Response home(const web::Request&);  // /: signed in
  web::Response help(const web::Request&);  // /help: signed in

 private:
  db::Database& database_;
  bool secure_;
  std::string support_email_;
  web::CarriedForms& carried_;
};

}  // namespace sign_in::pages
