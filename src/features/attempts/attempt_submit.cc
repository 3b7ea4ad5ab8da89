#include "features/attempts/answer_rows.h"
#include "features/attempts/attempt_row.h"

namespace attempts {
namespace {

// What was sent that is not saved.
bool differs(const Answers& saved, const Answers& changes) {
  return merged(saved, changes) != saved;
}

}  // namespace

base::Result<Outcome> AttemptStore::hand_in(db::Connection& c, const access::Actor& actor, AttemptId id,
                                            const FormItems& form) {
  const auto attempt = find(c, actor, id);
  if (!attempt) return base::refuse(base::Refusal::not_found());
  const auto section = section_of(c, *attempt);
  const auto saved = saved_answers(c, id);
  const auto changes = changes_in(section, form);
  if (attempt->handed_in_at) {
    const bool late = changes && differs(saved, *changes);
    if (late && attempt->timed_out) log_late(*attempt);
    return Outcome{Outcome::Kind::already, *attempt->handed_in_at, late, Reach::within};
  }
  if (const auto at = reach(c, actor, *attempt); at != Reach::within) {
    return Outcome{Outcome::Kind::closed, {}, true, at};
  }
  if (!changes) return base::refuse(changes.error());
  const auto now = c.now();
  if (is_over(attempt->deadline_at, now)) {
    const bool late = differs(saved, *changes);
    if (late) log_late(*attempt);
    close_at_deadline(c, *attempt);
    return Outcome{Outcome::Kind::too_late, *attempt->deadline_at, late, Reach::within};
  }
  AnswerRows rows;
  rows.add(id, *changes, now);
  rows.write(c);
  close(c, *attempt, section, merged(saved, *changes), now, false);
  return Outcome{Outcome::Kind::done, now, !changes->empty(), Reach::within};
}

}  // namespace attempts
