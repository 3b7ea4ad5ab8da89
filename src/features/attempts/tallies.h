// How everybody of a centre stands in one assessment, from the kept section results: one query, one row a
// person.
#pragma once

#include <optional>
#include <vector>

#include "access/actor.h"
#include "base/instant.h"
#include "db/connection.h"
#include "features/assessments/assessment_store.h"

namespace attempts {

struct Tally {
  access::AccountId account;
  std::size_t sections_passed = 0;           // that count for this version
  std::optional<base::Instant> passed_at{};  // of the last of them
};

// Of everybody who has started anything of it in its year; nobody unless the actor manages users. Says the
// same as standings() in standing.h.
std::vector<Tally> tallies(db::Connection&, const access::Actor&, const assessments::Version&);

}  // namespace attempts
