// How many people of the whole Hub have begun and passed each year's assessments: counts, for the Hub's
// operator. Nothing for anybody but a Hub operator.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "access/actor.h"
#include "db/connection.h"

namespace attempts {

struct YearCount {
  std::size_t passed = 0;     // every section, as standings() in standing.h says it
  std::size_t under_way = 0;  // begun and not passed
};

using YearCounts = std::map<std::pair<std::string, std::string>, YearCount>;  // by slug and year
YearCounts year_counts(db::Connection&, const access::Actor&);

}  // namespace attempts
