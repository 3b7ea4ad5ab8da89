// Centres in groups of as many as standings are read of at once.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "features/attempts/hub_standings.h"
#include "features/centres/centre.h"

namespace hub_operator {

inline std::span<const centres::Centre> group_at(std::span<const centres::Centre> centres,
                                                 std::size_t start) {
  return centres.subspan(start, std::min(attempts::max_centres_at_once, centres.size() - start));
}

inline std::vector<access::CentreId> ids_of(std::span<const centres::Centre> centres) {
  std::vector<access::CentreId> ids;
  for (const auto& centre : centres) ids.push_back(centre.id);
  return ids;
}

}  // namespace hub_operator
