// How the tables hold an attempt: for the store's own files.
#pragma once

#include "features/attempts/attempt_store.h"

namespace attempts {

#define ATTEMPT_COLUMNS                                                                                      \
  "t.id, t.centre_id, t.account_id, t.slug, t.year, t.section_key, t.version, t.section_id, t.option_seed, " \
  "t.started_at, t.deadline_at, t.handed_in_at, t.timed_out, t.mark, t.passed"

Attempt attempt_from(const db::Row&);

std::optional<Attempt> find(db::Connection&, const access::Actor&, AttemptId);
Answers saved_answers(db::Connection&, AttemptId);

// Of an open attempt as of a finished one; see Reach. `current` is the newest version of its slug, and
// whether its owner sees that.
Reach reach(db::Connection&, const access::Actor&, const Attempt&);
Reach reach(const Attempt&, const std::optional<assessments::Version>& current, bool sees);

// That it was taken on. The section is version.content->at(attempt.section).
assessments::Version version_of(db::Connection&, const Attempt&);

// The section with its options in this attempt's order.
Section as_put(const assessments::Version&, const Attempt&);

}  // namespace attempts
