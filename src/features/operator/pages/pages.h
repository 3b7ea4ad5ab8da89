// The pages of the Hub's operator, all for Hub operators alone. Those that hash a password are heavy.
#pragma once

#include <string>

#include "db/database.h"
#include "features/accounts/session_ender.h"
#include "features/centres/closing_listener.h"
#include "web/request.h"
#include "web/response.h"

namespace hub_operator::pages {

// Centres, their Centre Admins, and one person's record on a named request.
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

  web::Response ask_for_record(const web::Request&);  // /operator/centres/{id}/records/request, a form
  web::Response record(const web::Request&);          // /operator/records/{id}
  web::Response record_file(const web::Request&);     // /operator/records/{id}.xlsx, heavy

 private:
  db::Database& database_;
  std::string public_url_;
  accounts::SessionEnder& sessions_;
  centres::ClosingListener& listener_;
};

class ReportPages {
 public:
  explicit ReportPages(db::Database& database) : database_(database) {}

  web::Response report(const web::Request&);  // /operator/report, a form, heavy both ways: it counts

 private:
  db::Database& database_;
};

}  // namespace hub_operator::pages
