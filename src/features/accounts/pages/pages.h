// The pages of User Management, for the route table. Those that hash a password are Work::heavy.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "db/database.h"
#include "features/accounts/account_listener.h"
#include "features/accounts/session_ender.h"
#include "web/request.h"
#include "web/response.h"

namespace accounts::pages {

// Which of these accounts have started an assessment: what the Info icon needs of features above, which app
// wires.
using HaveStarted = std::function<std::vector<bool>(db::Connection&, const access::Actor&,
                                                    std::span<const access::AccountId>)>;

class UserPages {
 public:
  struct Settings {
    std::string public_url;
    std::string support_email;
  };
  UserPages(db::Database& database, Settings settings, SessionEnder& sessions,
            AccountListener* roles = nullptr, DeletionListener* deletions = nullptr,
            HaveStarted have_started = {})
      : database_(database),
        settings_(std::move(settings)),
        sessions_(sessions),
        roles_(roles),
        deletions_(deletions),
        have_started_(std::move(have_started)) {}

  web::Response list(const web::Request&);      // /users: user managers
  web::Response add(const web::Request&);       // /users/add, a form: user managers, heavy
  web::Response edit(const web::Request&);      // /users/{id}/edit, a form: user managers, heavy
  web::Response remove(const web::Request&);    // /users/{id}/delete, a form: Centre Admins
  web::Response strength(const web::Request&);  // POST /account/password/strength: a fragment for the meter

 private:
  db::Database& database_;
  Settings settings_;
  SessionEnder& sessions_;
  AccountListener* roles_;
  DeletionListener* deletions_;
  HaveStarted have_started_;
};

}  // namespace accounts::pages
