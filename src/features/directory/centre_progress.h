// How far the people of centres are with the assessments that are current: those passed of those to take, as
// the stakeholder report counts them (attempts/hub_standings.h), without a name. Nothing for anybody but a
// Hub operator.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "db/connection.h"
#include "features/attempts/hub_standings.h"

namespace directory {

struct Progress {
  std::size_t passed = 0;  // of to_take: each assessment once for each person
  std::size_t to_take = 0;
};

std::string progress_words(const Progress&);  // 412 of 560

// One for each centre, in order; at most 50. One query for each assessment, however many people there are.
std::vector<Progress> progress_of(db::Connection&, const access::Actor&, std::span<const access::CentreId>);

struct ProgressLine {
  std::string assessment;  // its title
  std::string year;
  attempts::CentreStanding standing;  // of one role
};

// By assessment, in the order of the Assessments page, then by role.
std::vector<ProgressLine> progress_by_assessment(db::Connection&, const access::Actor&, access::CentreId);

}  // namespace directory
