// Assessment Access for many invigilators at once: look at what would change, then change exactly that, in
// one transaction. Only what is ticked is touched; everything else stays as it is for each of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "features/accounts/account_store.h"
#include "features/visibility/hidden.h"

namespace visibility {

struct BulkChoice {
  bool everyone = false;  // whom `search` finds; else `chosen`
  std::string search{};   // as in the user list; empty: every invigilator of the centre
  std::vector<access::AccountId> chosen{};
  bool hide = true;  // or unhide
  Slugs slugs{};
};

struct PersonChange {
  access::AccountId account;
  std::string name;
  std::vector<std::string> titles;  // of the assessments that change for them
};

struct BulkChange {
  std::size_t people = 0;              // chosen that are invigilators of the centre
  std::vector<PersonChange> changing;  // those of them for whom something changes, by name
  std::vector<std::string> titles;     // of the ticked assessments
  std::string digest;                  // equal exactly when the change is
};

// forbidden unless the actor is a Centre Admin; bad_input "invigilator" (nobody), "hidden" (no assessment, or
// one that cannot be hidden).
base::Result<BulkChange> look_at(db::Connection&, const access::Actor&, const BulkChoice&);

// Also conflict where it would no longer be the change that was looked at. One audit event for each person.
base::Result<BulkChange> apply(db::Connection&, const access::Actor&, const BulkChoice&,
                               std::string_view digest);

}  // namespace visibility
