// Who may do what to whom: the pure rules of the roles table in ARCHITECTURE.md. No SQL, no HTTP. A Centre
// Admin is an exams officer with the centre's ownership.
#pragma once

#include <vector>

#include "access/actor.h"

inline namespace hub {
namespace access {

// Somebody's account as the rules see it. Only ever one of the actor's own centre: stores do not load others.
struct Subject {
  AccountId account;
  Role role;
  bool centre_admin = false;
};

bool runs_hub(const Actor&);                          // the Hub's operator: every centre, by counts
bool manages_users(const Actor&);                     // list, add, upload; see progress and the summary
bool may_edit(const Actor&, const Subject&);          // details, role, password; an EO never a Centre Admin's
bool may_change_email(const Actor&, const Subject&);  // a Centre Admin, but never their own
bool may_change_role(const Actor&, const Subject&);   // nobody their own, and a Centre Admin stays an EO
bool may_delete(const Actor&, const Subject&);        // a Centre Admin, but never their own account
bool may_choose_assessments(const Actor&, const Subject&);  // a Centre Admin, for an invigilator
bool may_extend_time(const Actor&, const Subject&);         // EO and Centre Admin
bool may_read_audit(const Actor&);                          // Centre Admin
bool may_read_resources(const Actor&);                      // EO, SLT, Centre Admin
std::vector<Role> roles_to_give(const Actor&);              // to an account that the actor adds or edits

}  // namespace access
}  // namespace hub
