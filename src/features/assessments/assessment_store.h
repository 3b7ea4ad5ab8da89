// Reading the published assessments. They are the Hub's, not a centre's: whether an actor may see one is for
// the features above (visibility, attempts) to tell, from is_for() and what is hidden.
//
// A version never changes once published: its content is read once in a process and shared. Each of these
// functions asks one small query, of what may change: which version is the newest, and what is withdrawn.
//
// Current is, of each slug that is not withdrawn, the newest version of its newest year: publishing next
// year's content is what starts that year.
//
// A pass of a section taken on version v counts for another version of the same slug and year when the
// section there has the same key and passes_since <= v. (passes_since is the first version with that key in
// that year, or the last one that said `retake: true`.) Another year's passes never count.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/instant.h"
#include "base/refusal.h"
#include "db/connection.h"
#include "features/assessments/assessment.h"

namespace assessments {

struct Version {
  AssessmentId id;
  std::string slug;
  std::string year;
  int version;  // from 1 in each year
  std::string title;
  std::string summary;
  std::vector<access::Role> audience;
  std::string valid_until;  // 2027-08-31, or empty
  base::Instant published_at;
  std::size_t section_count;
  std::size_t question_count;
  std::optional<base::Instant> withdrawn_at;  // of the slug, with all its versions: see withdrawal.h
  std::shared_ptr<const Assessment> content;  // the whole of it, with its ids

  bool is_for(access::Role) const;
};

std::vector<Version> current(db::Connection&);  // in the order in which their slugs were first published
std::vector<Version> newest(db::Connection&);   // the same, and of those that are withdrawn
std::vector<Version> newest_of_each_year(
    db::Connection&);  // of each slug, withdrawn or not; newest year first, in it ordered as current()
// Also of one that is withdrawn: who may take it is visibility's to say.
std::optional<Version> find_current(db::Connection&, std::string_view slug);
std::optional<Version> find_current(db::Connection&, std::string_view slug,
                                    std::string_view year);  // newest of that year
std::optional<Version> find_version(db::Connection&, AssessmentId);
std::optional<Version> find_version(db::Connection&, SectionId);        // that the section is of
std::vector<Version> versions(db::Connection&, std::string_view slug);  // newest first
std::vector<std::string> years(db::Connection&);                        // newest first

// Taking an assessment out of use, and back. Withdrawn with all its years and versions: nobody starts or
// continues it, and nothing of it is lost. For Hub operators, and for a command where `by` is null; to
// anybody else it is not there.
// Both refuse not_found, twice is once, and the audit keeps both.
base::Result<void> withdraw(db::Connection&, const access::Actor* by, std::string_view slug);
base::Result<void> restore(db::Connection&, const access::Actor* by, std::string_view slug);

}  // namespace assessments
