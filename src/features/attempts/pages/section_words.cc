#include "features/attempts/pages/section_words.h"

namespace attempts::pages {

std::string pass_mark_words(const Section& section) {
  const auto count = section.questions.size();
  const auto needed = section.marks_needed();
  if (needed >= count) return "You pass with every question right.";
  return fmt::format("You pass with {} of {} questions right.", needed, count);
}

std::string whole_time_words(const Attempt& attempt) {
  const auto whole = attempt.deadline_at.value_or(attempt.started_at) - attempt.started_at;
  return assessments::duration_words(std::chrono::duration_cast<std::chrono::seconds>(whole));
}

}  // namespace attempts::pages
