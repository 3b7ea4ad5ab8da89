// Reading the published assessments. They are the Hub's, not a centre's: whether an actor may see one is for
// the features above (visibility, attempts) to tell, from is_for() and what is hidden.
//
// A version never changes once published, so whatever is read by id may be kept, but for withdrawn_at.
// Current is, of each slug that is not withdrawn, the newest version of its newest year: publishing next
// year's content is what starts that year.
//
// A pass of a section taken on version v counts for another version of the same slug and year when the
// section there has the same key and passes_since <= v. (passes_since is the first version with that key in
// that year, or the last one that said `retake: true`.) Another year's passes never count.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
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

  bool is_for(access::Role) const;
};

// A section as lists show it, without its texts.
struct SectionSummary {
  SectionId id;
  AssessmentId assessment;
  int position;  // from 1: the N of /assessments/SLUG/sections/N
  std::string key;
  std::string title;
  std::optional<std::chrono::seconds> time_limit;
  PassMark pass_mark;
  std::size_t marks_needed;
  std::size_t question_count;
  int passes_since;
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
std::vector<Version> versions(db::Connection&, std::string_view slug);  // newest first
std::vector<std::string> years(db::Connection&);                        // newest first

std::vector<SectionSummary> sections(db::Connection&, AssessmentId);  // in order
std::vector<SectionSummary> sections_of_current(db::Connection&);    // of all of current(), in the same order
std::vector<SectionSummary> sections_of_each_year(db::Connection&);  // of all of newest_of_each_year()
std::optional<SectionSummary> find_section(db::Connection&, SectionId);

// Whole, with ids, in order. A handful of queries however much there is.
std::optional<Assessment> load(db::Connection&, AssessmentId);
std::optional<Section> load_section(db::Connection&, SectionId);

}  // namespace assessments
