// How people stand in assessments: Not Started, Started, Passed, and how many sections. Read from the kept
// section results and the current versions; never counts attempts. A handful of queries however many people
// are asked for.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/actor.h"
#include "base/instant.h"
#include "db/connection.h"

namespace attempts {

enum class Status { not_started, started, passed };

struct AssessmentStanding {
  std::string slug;
  std::string year;
  std::string title;  // of the year's current version
  Status status = Status::not_started;
  std::size_t sections_passed = 0;
  std::size_t sections_total = 0;
  std::optional<base::Instant> passed_at;  // of the last section needed
  bool current_year = true;                // false: an earlier year's, shown as such
  bool takeable = true;  // this person may take it now (audience, this year, not hidden or withdrawn)
  bool seen = true;      // it is for this person's role, and not hidden from them
  std::optional<base::Instant> withdrawn_at{};
};

// For each account, in the order given: what the person may take, or has started or passed, this year's first
// (in the order the assessments were first published), then earlier years'. Accounts of another centre come
// back with nothing.
std::vector<std::vector<AssessmentStanding>> standings(db::Connection&, const access::Actor&,
                                                       std::span<const access::AccountId>);

// Whether each has started anything at all: the Info icon of User Management. One query.
std::vector<bool> have_started(db::Connection&, const access::Actor&, std::span<const access::AccountId>);

// One section as See Sections and the assessment page show it.
struct SectionStanding {
  std::int64_t section;  // id in the current version of that year
  std::string key;
  std::size_t position = 1;
  std::string title;
  std::optional<std::int64_t> time_limit_seconds;  // without anybody's extra time
  std::size_t questions = 0;
  Status status = Status::not_started;
  std::size_t failed_attempts = 0;
  std::optional<std::int64_t> open_attempt;
  std::optional<std::int64_t> passed_attempt;
};

// The sections of every current assessment for one person of the actor's centre, by slug. As many queries for
// many assessments as for one.
std::map<std::string, std::vector<SectionStanding>> current_section_standings(db::Connection&,
                                                                              const access::Actor&,
                                                                              access::AccountId);

// The sections of slug in that year for one person; empty where there is no such assessment or person in the
// actor's centre.
std::vector<SectionStanding> section_standings(db::Connection&, const access::Actor&, access::AccountId,
                                               const std::string& slug, const std::string& year);

}  // namespace attempts
