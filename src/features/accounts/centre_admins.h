// A centre's Centre Admins, whom only the Hub's operator appoints and changes: for anybody else there is no
// such centre. A centre never goes without one. Everything is in that centre's audit, under the operator's
// name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "features/accounts/account.h"
#include "features/accounts/session_ender.h"

namespace accounts {

std::vector<Account> centre_admins(db::Connection&, const access::Actor&, access::CentreId);
std::optional<Account> find_centre_admin(db::Connection&, const access::Actor&, access::CentreId,
                                         access::AccountId);

// Makes an exams officer of the centre its Centre Admin too. Refuses bad_input "email": no exams officer of
// this centre signs in with it, whoever else does. For whom it is one already, nothing changes.
base::Result<access::AccountId> appoint(db::Connection&, const access::Actor&, access::CentreId,
                                        std::string_view email);

struct NewCentreAdmin {
  PersonFields person;        // checked, an EO
  std::string password_hash;  // to be changed at the first sign-in
};
// Refuses bad_input "email" for one that is taken.
base::Result<access::AccountId> add_centre_admin(db::Connection&, const access::Actor&, access::CentreId,
                                                 const NewCentreAdmin&);

struct CentreAdminEdit {
  std::string email;                         // checked
  std::optional<std::string> password_hash;  // nothing: unchanged; else to be changed at the next sign-in
  std::int64_t version;                      // that the form was made from
};
// bad_input "email" for one that is taken, conflict for a stale version. What changed ends their sessions.
base::Result<void> edit_centre_admin(db::Connection&, const access::Actor&, access::CentreId,
                                     access::AccountId, const CentreAdminEdit&, SessionEnder&);

// They stay an exams officer. Refuses conflict for the last one. Ends their sessions.
base::Result<void> withdraw_centre_admin(db::Connection&, const access::Actor&, access::CentreId,
                                         access::AccountId, SessionEnder&);

}  // namespace accounts
