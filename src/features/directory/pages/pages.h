// The centres of the Hub and their Centre Admins, for Hub operators alone. Those that hash a password are
// heavy.
#pragma once

#include <string>

#include "db/database.h"
#include "features/accounts/session_ender.h"
#include "features/centres/directory.h"
#include "web/request.h"
#include "web/response.h"

namespace directory::pages {

class CentrePages {
 public:
  CentrePages(db::Database& database, std::string public_url, accounts::SessionEnder& sessions,
              centres::ClosingListener& listener)
      : database_(database), public_url_(std::move(public_url)), sessions_(sessions), listener_(listener) {}

  web::Response list(const web::Request&);    // /operator/centres
  web::Response add(const web::Request&);     // /operator/centres/add, a form, heavy
  web::Response show(const web::Request&);    // /operator/centres/{id}
  web::Response edit(const web::Request&);    // /operator/centres/{id}/edit, a form
  web::Response close(const web::Request&);   // /operator/centres/{id}/close, a form
  web::Response reopen(const web::Request&);  // POST /operator/centres/{id}/reopen
  web::Response keep(const web::Request&);    // /operator/centres/{id}/keep, a form
  web::Response erase(
      const web::Request&);  // /operator/centres/{id}/erase, a form, heavy both ways: it counts

  web::Response appoint_admin(
      const web::Request&);                       // GET and POST (heavy) /operator/centres/{id}/admins/add,
                                                  // POST /operator/centres/{id}/admins/appoint
  web::Response edit_admin(const web::Request&);  // /operator/centres/{id}/admins/{account}, a form, heavy
  web::Response withdraw_admin(
      const web::Request&);  // /operator/centres/{id}/admins/{account}/withdraw, a form

 private:
  db::Database& database_;
  std::string public_url_;
  accounts::SessionEnder& sessions_;
  centres::ClosingListener& listener_;
};

}  // namespace directory::pages
