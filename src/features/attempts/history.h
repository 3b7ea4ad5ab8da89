// What an exams officer reads of other people's attempts. Every function gives nothing unless the actor
// manages users, and nothing of another centre. Reads only.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
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

// Every attempt of a centre, for a download: some at a time, so that memory stays flat however many there
// are.
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

// What a centre's people chose the first time they handed a section in: what question insight is made of.
struct FirstTries {
  struct Choice {
    QuestionId question;
    Chosen chosen;  // empty: left unanswered, where that was saved
    std::size_t people;
  };
  std::map<assessments::SectionId, std::size_t>
      people;                   // whose first try at a section was at this version of it
  std::vector<Choice> choices;  // those missing left the question unanswered
};

// Over all versions of that year. Nothing unless the actor manages users. Two queries.
FirstTries first_tries(db::Connection&, const access::Actor&, std::string_view slug, std::string_view year);

}  // namespace attempts
