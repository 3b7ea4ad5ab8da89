// How people stand in assessments: Not Started, Started, Passed, and how many sections. Read from the kept
// section results and the newest versions; never counts attempts. A handful of queries however many people
// and assessments there are.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/instant.h"
#include "db/connection.h"
#include "features/assessments/assessment_store.h"

namespace attempts {

enum class Status { not_started, started, passed };
std::string_view words(Status);  // "Not Started", "Started", "Passed"

// One section as See Sections and the assessment page show it.
struct SectionStanding {
  const assessments::Section* section;  // of the AssessmentStanding's content
  Status status = Status::not_started;
  std::size_t failed_attempts = 0;
  std::optional<std::int64_t> open_attempt{};
  std::optional<std::int64_t> passed_attempt{};
};

struct AssessmentStanding {
  std::string slug;
  std::string year;
  std::string title;                                       // of the year's newest version
  std::shared_ptr<const assessments::Assessment> content;  // of that version, too
  Status status = Status::not_started;
  std::size_t sections_passed = 0;
  std::vector<SectionStanding> sections;   // in order
  std::optional<base::Instant> passed_at;  // of the last section needed
  bool current_year = true;                // false: an earlier year's, shown as such
  bool takeable = true;  // this person may take it now (audience, this year, not hidden or withdrawn)
  bool seen = true;      // it is for this person's role, and not hidden from them
  std::optional<base::Instant> withdrawn_at{};
};

std::string result_words(const AssessmentStanding&);  // "3/7": sections passed of all

// For each account, in the order given: what the person may take, or has started or passed, this year's first
// (in the order the assessments were first published), then earlier years'. Accounts of another centre come
// back with nothing.
std::vector<std::vector<AssessmentStanding>> standings(db::Connection&, const access::Actor&,
                                                       std::span<const access::AccountId>);

// Whether each has started anything at all: the Info icon of User Management. One query.
std::vector<bool> have_started(db::Connection&, const access::Actor&, std::span<const access::AccountId>);

// How everybody of a centre stands in one assessment: one row for each person who has started anything of it
// in its year. One query; nobody unless the actor manages users. Says the same as standings().
struct Tally {
  access::AccountId account;
  std::size_t sections_passed = 0;           // that count for this version
  std::optional<base::Instant> passed_at{};  // of the last of them
};
std::vector<Tally> tallies(db::Connection&, const access::Actor&, const assessments::Version&);

}  // namespace attempts
