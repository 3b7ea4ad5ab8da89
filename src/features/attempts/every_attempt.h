// Every attempt of a centre, for a download: some at a time, so that memory stays flat however many there
// are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "features/attempts/attempt_store.h"

namespace attempts {

struct AttemptRecord {
  AttemptId id{};
  access::AccountId account{};
  std::string slug;
  std::string year;
  assessments::SectionId section{};
  base::Instant started_at;
  std::optional<base::Instant> handed_in_at{};
  bool timed_out = false;
  std::size_t mark = 0;  // once handed in
  bool passed = false;
};

// By assessment, year and section, in each in the order in which they were started. `slug` empty: of every
// assessment; `after` is the last of the records before. Nothing unless the actor manages users.
std::vector<AttemptRecord> attempts_after(db::Connection&, const access::Actor&, const std::string& slug,
                                          const std::optional<AttemptRecord>& after, std::size_t limit);

}  // namespace attempts
