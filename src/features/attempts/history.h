// What an exams officer reads of other people's attempts. Every function gives nothing unless the actor
// manages users, and nothing of another centre. Reads only.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "features/attempts/attempt_store.h"

namespace attempts {

struct PastAttempt {
  AttemptId id{};
  std::string section_key;
  std::string section_title;  // as it was then
  std::int64_t version = 1;
  base::Instant started_at;
  std::optional<base::Instant> handed_in_at{};  // nothing: still open
  bool timed_out = false;
  std::size_t mark = 0;
  std::size_t questions = 0;  // of the section as it was then
  bool passed = false;
};

// Of one person in one year's assessment, newest first. One query.
std::vector<PastAttempt> attempts_of(db::Connection&, const access::Actor&, access::AccountId,
                                     std::string_view slug, std::string_view year);

// An attempt as it was handed in: each question as it was put, its options in the order in which that person
// saw them.
struct HandedIn {
  Attempt attempt;
  assessments::Version assessment;
  Section section;
  Answers answers;
};

// Nothing for an attempt that is still open, or that is not of this account.
std::optional<HandedIn> handed_in(db::Connection&, const access::Actor&, access::AccountId, AttemptId);

}  // namespace attempts
