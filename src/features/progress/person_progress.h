// How one person of the actor's centre is doing: their assessments, the sections of one of them with every
// attempt, and what they answered in one attempt. For those who manage users; to anybody else, and for people
// of another centre, nothing is there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "features/accounts/account_store.h"
#include "features/attempts/history.h"
#include "features/attempts/standing.h"

namespace progress {

struct PersonProgress {
  accounts::Account person;
  std::vector<attempts::AssessmentStanding> assessments;  // this year's first
};
std::optional<PersonProgress> person_progress(db::Connection&, const access::Actor&, access::AccountId);

struct SectionProgress {
  attempts::SectionStanding standing;
  // Handed in: first the one whose pass counts, then the others, newest first.
  std::vector<attempts::PastAttempt> attempts;
  std::optional<base::Instant> open_since{};  // there is one that is not handed in
};

// Attempts at a section that the newest version does not have any more.
struct FormerSection {
  std::string title;
  std::vector<attempts::PastAttempt> attempts;
};

struct AssessmentProgress {
  accounts::Account person;
  attempts::AssessmentStanding assessment;
  std::vector<SectionProgress> sections;
  std::vector<FormerSection> former;
};

// `year` empty: the newest that the person may take or has started. Nothing where there is none.
std::optional<AssessmentProgress> assessment_progress(db::Connection&, const access::Actor&,
                                                      access::AccountId, const std::string& slug,
                                                      const std::string& year);

struct PersonAnswers {
  accounts::Account person;
  attempts::HandedIn handed_in;
};
std::optional<PersonAnswers> answers(db::Connection&, const access::Actor&, access::AccountId,
                                     attempts::AttemptId);

// Keeps in the audit that the actor looked at somebody's answers.
void record_look(db::Connection&, const access::Actor&, const PersonAnswers&);

}  // namespace progress
