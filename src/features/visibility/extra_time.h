// Extra time in timed sections, as a reasonable adjustment: 25, 50 or 100 per cent more, given to one person
// by an EO or Centre Admin and kept in the audit. It counts from the next section started; may_take.h tells
// attempts of it.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "features/accounts/account_store.h"

namespace visibility {

inline constexpr std::array extra_times{0, 25, 50, 100};

std::string extra_time_words(int percent);  // "None", "25% more"

struct PersonTime {
  accounts::Account person;
  int percent = 0;
  std::optional<base::Instant> given_at;  // nothing where there is none
  std::string given_by;                   // empty where that account is gone; the audit still knows
};

// not_found; forbidden unless the actor may extend this person's time.
base::Result<PersonTime> person_time(db::Connection&, const access::Actor&, access::AccountId);

// Refuses as person_time; bad_input "percent" for what is not one of extra_times. Returns whether anything
// changed.
base::Result<bool> set_extra_time(db::Connection&, const access::Actor&, access::AccountId, int percent);

}  // namespace visibility
