// What one person did in assessments, for the record that a Hub operator reads on a named request: every
// attempt, of whatever year and whether the assessment is still there for them or not. Reads only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "access/actor.h"
#include "features/attempts/attempt_store.h"

namespace attempts {

struct RecordedAttempt {
  Attempt attempt;
  std::string assessment;  // its title and its section's, as they were then
  std::string section;
  std::size_t questions = 0;
};
// The newest year first; in it as the assessments were first published, by section, as they were started.
std::vector<RecordedAttempt> attempts_of(db::Connection&, const access::RecordScope&);

// When each assessment was passed, by slug and year.
using Passes = std::map<std::pair<std::string, std::string>, base::Instant>;
Passes passes_of(db::Connection&, const access::RecordScope&);

// The questions as they were put to this person, and what is saved, handed in or not. Nothing for an attempt
// that is not theirs.
struct RecordedAnswers {
  Section section;
  Answers answers;
};
std::optional<RecordedAnswers> answers_of(db::Connection&, const access::RecordScope&, AttemptId);

}  // namespace attempts
