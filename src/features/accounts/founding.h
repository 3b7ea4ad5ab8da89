// The first accounts, which nobody in the Hub can add: a Hub operator, and a centre with its first Centre
// Admin. For the commands `operator add` and `centre add`, and the operator's pages. Hashes a password (20
// ms).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/database.h"
#include "features/accounts/account.h"

namespace accounts {

struct Founder {
  std::string email;
  std::string first_name;
  std::string last_name;
  std::string password;
  bool must_change_password = false;  // somebody else chose it: another one is asked for at the first sign-in
};

// Refuse bad_input beside the fields first_name, last_name, email, password, number, name. Kept in the audit
// as done by the command, or by `hub_operator` where there is one. The centre and its Centre Admin are made
// together or not at all.
base::Result<access::AccountId> add_operator(db::Database&, const Founder&);
base::Result<access::CentreId> add_centre(db::Database&, const std::string& number, const std::string& name,
                                          const Founder& centre_admin,
                                          const access::Actor* hub_operator = nullptr);

// What is wrong with a new centre and its Centre Admin, beside the same fields; empty when nothing is.
// Whether the number or the email is taken is not looked at.
std::vector<base::FieldError> check_centre(const std::string& number, const std::string& name,
                                           const Founder& centre_admin);

struct NewCentre {
  std::string number;
  std::string name;
  PersonFields centre_admin;  // checked, and so are number and name
  std::string password_hash;  // to be changed at the first sign-in
};
// Many centres in the caller's transaction, as add_centre adds one: returns them in order. Refuses forbidden
// to anybody but a Hub operator, conflict where a number or an email is taken.
base::Result<std::vector<access::CentreId>> add_centres(db::Connection&, const access::Actor& hub_operator,
                                                        std::span<const NewCentre>);

// Whether this Hub operator's account is still there: what was begun in the background asks again.
bool is_still_operator(db::Connection&, const access::Actor&);

}  // namespace accounts
