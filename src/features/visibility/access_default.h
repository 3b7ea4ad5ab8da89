// The centre's default: what is hidden from invigilators added later, whether one by one, from a file, or by
// a change of role. A Centre Admin's to choose; recorded in the audit.
#pragma once

#include <optional>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"
#include "features/accounts/account_listener.h"
#include "features/visibility/hidden.h"

namespace visibility {

struct DefaultAccess {
  std::vector<assessments::Version> assessments;  // that can be hidden
  Slugs hidden;                                   // of these
};

// forbidden unless the actor is a Centre Admin.
base::Result<DefaultAccess> default_access(db::Connection&, const access::Actor&);

// As set_hidden in assessment_access.h. Changes nothing for those who are invigilators already.
base::Result<bool> set_default(db::Connection&, const access::Actor&, const Slugs& hidden,
                               const std::optional<Slugs>& seen);

// Whoever becomes an invigilator starts with the default, also after having been one before.
class NewInvigilators : public accounts::AccountListener {
 public:
  void given_role(db::Connection&, const access::Actor&, access::Role,
                  std::span<const access::AccountId>) override;
};

// Erases what a centre hides from new invigilators; what is hidden from a person goes with their account.
// Who may, and when, is directory/erasure.h's to say; nobody else calls it.
void erase_centre(db::Connection&, access::CentreId);

}  // namespace visibility
