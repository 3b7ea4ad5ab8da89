// Assessment Access: which assessments one invigilator does not see. A Centre Admin's to choose; recorded in
// the audit, in the caller's transaction.
#pragma once

#include <optional>
#include <vector>

#include "features/accounts/account_store.h"
#include "features/visibility/hidden.h"

namespace visibility {

struct PersonAccess {
  accounts::Account person;
  std::vector<assessments::Version> assessments;  // that can be hidden
  Slugs hidden;                                   // of these
};

// not_found; forbidden unless the actor is a Centre Admin and the person an invigilator.
base::Result<PersonAccess> person_access(db::Connection&, const access::Actor&, access::AccountId);

// Hides exactly `hidden` of what can be hidden. `seen` is what was hidden when the actor chose, where that is
// known. Refuses as person_access; bad_input "hidden"; conflict where somebody else changed it since. Returns
// whether anything changed.
base::Result<bool> set_hidden(db::Connection&, const access::Actor&, access::AccountId, const Slugs& hidden,
                              const std::optional<Slugs>& seen);

}  // namespace visibility
