// Making content the next published version of its slug and year.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/connection.h"
#include "features/assessments/assessment.h"

namespace assessments {

struct Publication {
  enum class Outcome { new_assessment, new_year, next_version, unchanged };

  Outcome outcome;
  AssessmentId id;  // of the version that now holds the content
  std::string slug;
  std::string year;
  int version;
  std::string newer_year;  // a later year of the slug, which stays the current one; empty: this is current
  bool restored =
      false;  // it was withdrawn, and can be taken again now that its current year has a new version
  bool withdrawn = false;  // it was withdrawn, and still is
  std::vector<std::string>
      to_take_again;  // titles of the sections whose earlier passes of this year stop counting

  std::size_t section_count = 0;
  std::size_t question_count = 0;

  std::string words() const;  // "exam-room-essentials: new, 2026/27 version 1 (7 sections, 40 questions)"
};

// Content equal to its year's newest version changes nothing. A new current version of an assessment that is
// withdrawn makes it available again; one of an earlier year leaves it withdrawn. The content must be as
// check() wants it (std::logic_error). Refuses bad_input "slug" where the slug is there in another letter
// case. Kept in the audit as done by `publisher`, or by a command where that is null.
base::Result<Publication> publish(db::Connection&, const Assessment&, const access::Actor* publisher);

}  // namespace assessments
