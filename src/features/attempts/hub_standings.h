// How the people of centres stand in one assessment of one year: what the Hub's operator sees of each centre
// and reports to stakeholders. At most 50 centres at once. Nothing for anybody but a Hub operator. Counted
// are those whom the assessment is for and who see it, and whoever has started it; passed is every section,
// as standings() in standing.h says it.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "access/actor.h"
#include "base/instant.h"
#include "db/connection.h"
#include "features/assessments/assessment_store.h"
#include "features/attempts/standing.h"

namespace attempts {

inline constexpr std::size_t max_centres_at_once = 50;

struct CentreStanding {
  access::CentreId centre;
  access::Role role;
  std::size_t people = 0;
  std::size_t started = 0;  // and not passed
  std::size_t passed = 0;

  std::size_t not_started() const { return people - started - passed; }
};
// By centre, then by role.
std::vector<CentreStanding> centre_standings(db::Connection&, const access::Actor&,
                                             const assessments::Version&, std::span<const access::CentreId>);

struct PersonStanding {
  access::CentreId centre;
  access::Role role;
  std::string first_name;
  std::string last_name;
  Status status;
  std::optional<base::Instant> passed_at{};  // the last of its sections
};
// By centre, then by name.
std::vector<PersonStanding> person_standings(db::Connection&, const access::Actor&,
                                             const assessments::Version&, std::span<const access::CentreId>);

// How many people of the whole Hub have begun and passed each year's assessments: counts, for the Hub's
// operator. Nothing for anybody but a Hub operator.
struct YearCount {
  std::size_t passed = 0;     // every section, as standings() in standing.h says it
  std::size_t under_way = 0;  // begun and not passed
};

using YearCounts = std::map<std::pair<std::string, std::string>, YearCount>;  // by slug and year
YearCounts year_counts(db::Connection&, const access::Actor&);

}  // namespace attempts
