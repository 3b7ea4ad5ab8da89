// The rules of taking a section: the order of its options, what right is, marks, deadlines, what somebody
// chose. No SQL, no HTTP, no clock.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "base/refusal.h"
#include "features/assessments/assessment.h"

namespace attempts {

enum class AttemptId : std::int64_t {};

using assessments::OptionId;
using assessments::Question;
using assessments::QuestionId;
using assessments::Section;

using Chosen = std::vector<OptionId>;  // of one question, in ascending order, each once; empty: not answered
using Answers = std::map<QuestionId, Chosen>;

// Puts the options of every question in the order of this seed: the same for ever, whatever the machine,
// because people come back to an attempt.
void order_options(Section&, std::int64_t seed);

// Exactly the right ones, no more and no fewer.
bool is_right(const Question&, const Chosen&);

struct Marked {
  std::size_t mark = 0;
  bool passed = false;

  bool operator==(const Marked&) const = default;
};
Marked mark(const Section&, const Answers&);

// Positions, from 1, of the questions without an answer, and of those that are not right (which the first are
// too).
std::vector<std::size_t> unanswered(const Section&, const Answers&);
std::vector<std::size_t> not_right(const Section&, const Answers&);

// Nothing for an untimed section. `extra_percent` is the person's reasonable adjustment, 0 for none.
std::optional<base::Instant> deadline(base::Instant start, std::optional<std::chrono::seconds> limit,
                                      int extra_percent);

// At the deadline itself it is over.
bool is_over(std::optional<base::Instant> deadline, base::Instant now);

// "3,17,20" as the database keeps it, and back; throws std::logic_error for anything else.
std::string stored(const Chosen&);
Chosen chosen_from(std::string_view stored);

// What a form says about the questions of a section, by field: q<QUESTION> = an option, repeated where
// several may be chosen. was<QUESTION> = what was chosen when the page was made ("3,17", empty for nothing):
// a question that the form leaves as it was is not in the result, so that a tab opened earlier takes nothing
// back; one with neither field is not either. Refuses (conflict) what is not of this section, or two options
// where one may be chosen.
using FormItems = std::vector<std::pair<std::string, std::string>>;
base::Result<Answers> changes_in(const Section&, const FormItems&);

// `changes` on top of what was saved.
Answers merged(Answers saved, const Answers& changes);

}  // namespace attempts
