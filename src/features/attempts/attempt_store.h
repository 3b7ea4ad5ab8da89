// The tables attempt, answer, section_result and assessment_pass: nobody else writes them. A person's attempt
// is only ever loaded for that person; anybody else's is not there.
//
// One open attempt for each person and section, one mark for each attempt: the second start continues the
// first, the second hand-in finds it handed in. At its deadline an attempt is handed in with what was saved
// by then, by whoever comes first: a request of its owner, or hand_in_due.h. Time is the database's clock,
// read inside the transaction; while that is doubted (base/clock_watch.h), the time that it would be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/clock_watch.h"
#include "base/instant.h"
#include "base/refusal.h"
#include "db/connection.h"
#include "features/assessments/assessment_store.h"
#include "features/attempts/attempt.h"
#include "features/attempts/pass_listener.h"

namespace attempts {

struct Attempt {
  AttemptId id{};
  access::CentreId centre{};
  access::AccountId account{};
  std::string slug;
  std::string year;
  std::string section_key;
  std::int64_t version = 1;  // of the assessment; the attempt stays on it
  assessments::SectionId section{};
  std::int64_t option_seed = 0;
  base::Instant started_at;
  std::optional<base::Instant> deadline_at{};   // nothing: untimed
  std::optional<base::Instant> handed_in_at{};  // the deadline, where time ran out
  bool timed_out = false;
  std::size_t mark = 0;  // once handed in
  bool passed = false;
};

// Whether the actor can go on with an open attempt, or read a finished one.
enum class Reach {
  within,        // yes
  hidden,        // the assessment is not for this person any more: hidden, or their role changed
  withdrawn,     // nobody takes it any more: finished ones can be read, open ones not continued
  earlier_year,  // there is a new year's assessment: finished ones can be read, open ones not continued
  replaced,      // the section was changed so that this attempt would not count
};

// Everything about one attempt for its owner, read at one moment.
struct Paper {
  Attempt attempt;
  Reach reach = Reach::within;
  assessments::Version assessment;        // that the attempt was taken on
  Section section;                        // its options in this attempt's order
  Answers answers;                        // as saved
  std::optional<base::Instant> saved_at;  // the last of them
  std::optional<int> passes_since;  // of the section in that year's newest version, if it is still there
  base::Instant now;

  bool handed_in() const { return attempt.handed_in_at.has_value(); }
  bool pass_counts() const { return attempt.passed && passes_since && attempt.version >= *passes_since; }
  bool overdue() const { return !handed_in() && is_over(attempt.deadline_at, now); }
};
std::optional<Paper> load(db::Connection&, const access::Actor&, AttemptId);

// What became of a save or a hand-in. Everything but `done` says that nothing of what was sent counts.
struct Outcome {
  enum class Kind {
    done,      // saved and, once write() has returned, never lost; or handed in just now
    already,   // it had been handed in before
    too_late,  // it is over: what was saved before the deadline is handed in
    closed,    // its owner cannot go on with it: see `reach`
  };
  Kind kind = Kind::done;
  base::Instant at;      // when saved or handed in
  bool changed = false;  // there was something in what was sent that is not saved
  Reach reach = Reach::within;
  std::optional<base::Instant> deadline{};  // of what was saved
};

// What one person sends to be saved; all of it outlives the call.
struct Saving {
  const access::Actor* actor;
  AttemptId attempt;
  const FormItems* form;
};

class AttemptStore {
 public:
  using Steady = std::function<base::ClockWatch::Steady()>;
  explicit AttemptStore(PassListener& listener, Steady steady = std::chrono::steady_clock::now)
      : listener_(listener), clock_(std::move(steady)) {}

  base::Instant now(db::Connection& c) { return believed(c.now()); }
  base::Instant believed(base::Instant wall) { return clock_.at(wall); }  // the same of a time just read
  const base::ClockWatch& clock() const { return clock_; }

  // The attempt to go to: a new one, the one that is open, or the one that passed. `position` is the
  // section's in the current version. not_found where there is no such section for this person, conflict
  // where it is withdrawn.
  base::Result<AttemptId> start(db::Connection&, const access::Actor&, std::string_view slug, int position);

  // not_found; conflict where the form is of other questions. save_all answers each in its place: what
  // refuses one leaves the others alone, and it costs hardly more for many than for one.
  std::vector<base::Result<Outcome>> save_all(db::Connection&, std::span<const Saving>);
  base::Result<Outcome> save(db::Connection&, const access::Actor&, AttemptId, const FormItems&);
  base::Result<Outcome> hand_in(db::Connection&, const access::Actor&, AttemptId, const FormItems&);

  // Hands in what is overdue: one attempt, if it still is; true if it was handed in now.
  bool hand_in_overdue(db::Connection&, AttemptId);

  // Tells the listener of those of these people who have passed every section of the version, the current one
  // of its year, and of whom it was not told (complete_without_pass). How many.
  std::size_t complete_passes(db::Connection&, const assessments::Version&,
                              std::span<const access::AccountId>);

 private:
  void close(db::Connection&, const Attempt&, const Section&, const Answers&, base::Instant at,
             bool timed_out);
  void close_at_deadline(db::Connection&, const Attempt&);
  void keep_result(db::Connection&, const Attempt&, bool passed, base::Instant at);
  void tell_if_complete(db::Connection&, const Attempt&, base::Instant at);

  PassListener& listener_;
  base::ClockWatch clock_;
};

// Attempts whose time ran out, longest ago first: of everybody, or of one person. Reads only.
std::vector<AttemptId> overdue(db::Connection&, base::Instant now, std::size_t limit);
std::vector<AttemptId> overdue_of(db::Connection&, const access::Actor&, base::Instant now);

// Everybody who has passed every section of this version and of whom the listener was not told: a new version
// may need less than the one before. Reads all results of the assessment: not for a page.
std::vector<access::AccountId> complete_without_pass(db::Connection&, const assessments::Version&);

// How many attempts there are at a centre, for the Hub's operator; 0 for anybody else.
std::size_t count_of_centre(db::Connection&, const access::Actor&, access::CentreId);

}  // namespace attempts
