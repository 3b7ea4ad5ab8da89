// What attempts asks: who may take what now, and with how much time. A person sees an assessment whose
// audience holds their role and which is not hidden from them (only ever from an invigilator); they may take
// its current version unless it is withdrawn.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"
#include "features/assessments/assessment_store.h"

namespace visibility {

bool sees(db::Connection&, const access::Actor&, const assessments::Version& current);
bool may_take(db::Connection&, const access::Actor&, std::string_view slug);

// The actor's own reasonable adjustment in timed sections: 0, 25, 50 or 100.
int extra_time_percent(db::Connection&, const access::Actor&);

// One person as the assessments see them.
struct Viewer {
  access::Role role;
  std::set<std::string, std::less<>> hidden{};  // slugs; always empty but for an invigilator

  bool sees(const assessments::Version& version) const {
    return version.is_for(role) && !hidden.contains(version.slug);
  }
  bool may_take(const assessments::Version& current) const { return !current.withdrawn_at && sees(current); }
};

// Of each account, in the order given; nothing for one that is not of the actor's centre. A few queries
// however many.
std::vector<std::optional<Viewer>> viewers(db::Connection&, const access::Actor&,
                                           std::span<const access::AccountId>);

}  // namespace visibility
