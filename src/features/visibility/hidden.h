// The tables hidden_assessment and hidden_by_default, for this folder's own files: plain reading and writing,
// without any rule of who may. Nobody else writes them.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/connection.h"
#include "features/assessments/assessment_store.h"
#include "features/audit/audit.h"

namespace visibility {

using Slugs = std::set<std::string, std::less<>>;

// What can be hidden: the current assessments for invigilators, in the order of the Assessments page.
std::vector<assessments::Version> for_invigilators(db::Connection&);

Slugs slugs_of(std::span<const assessments::Version>);
Slugs common(const Slugs&, const Slugs&);
Slugs without(const Slugs&, const Slugs&);

// Refuses bad_input "hidden" where `chosen` has something that cannot be hidden.
base::Result<void> can_be_hidden(std::span<const assessments::Version>, const Slugs& chosen);

using Hidden = std::pair<access::AccountId, std::string>;  // whom an assessment is hidden from, and its slug
void hide(db::Connection&, const access::Actor&, std::span<const Hidden>);
void unhide(db::Connection&, const access::Actor&, std::span<const Hidden>);

Slugs hidden_by_default(db::Connection&, const access::Actor&);

// One line for each assessment that is in one of them and not in the other.
std::vector<audit::Detail> changes(std::span<const assessments::Version>, const Slugs& before,
                                   const Slugs& after);

}  // namespace visibility
