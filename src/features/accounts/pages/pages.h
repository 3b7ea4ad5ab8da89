// The handlers of User Management, for the route table. "heavy" ones hash a password: Work::heavy.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "db/database.h"
#include "features/accounts/account_listener.h"
#include "features/accounts/deletion_listener.h"
#include "features/accounts/session_ender.h"
#include "web/route.h"

namespace accounts::pages {

// Which of these accounts have started an assessment: what the Info icon needs of features above, which app
// wires.
using HaveStarted = std::function<std::vector<bool>(db::Connection&, const access::Actor&,
                                                    std::span<const access::AccountId>)>;

web::Handler users(db::Database&, std::string public_url, HaveStarted = {});  // GET /users: user managers

web::Handler add_user_form();                                      // GET /users/add: user managers
web::Handler add_user(db::Database&, AccountListener* = nullptr);  // POST /users/add: user managers, heavy

web::Handler edit_user_form(db::Database&, std::string support_email);  // GET /users/{id}/edit: user managers
web::Handler edit_user(db::Database&, SessionEnder&, std::string support_email,
                       AccountListener* = nullptr);  // POST the same: user managers, heavy

web::Handler delete_user_form(db::Database&);  // GET /users/{id}/delete: Centre Admins
// POST the same: Centre Admins. The listener, where there is one, hears of it.
web::Handler delete_user(db::Database&, DeletionListener* = nullptr);

web::Handler password_strength();  // POST /account/password/strength: signed in; a fragment for the meter

}  // namespace accounts::pages
