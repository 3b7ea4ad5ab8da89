// Assessments on their way to their next version, kept until they are published or discarded. They are the
// Hub operators', of all of them together: for anybody else there is none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "features/assessments/assessment_rules.h"
#include "features/assessments/assessment_store.h"
#include "features/assessments/publishing.h"

namespace authoring {

enum class DraftId : std::int64_t {};

struct DraftSummary {
  DraftId id;
  std::string title;
  std::string slug;
  std::string year;
  base::Instant changed_at;
  std::string changed_by;
};

struct Draft {
  DraftId id;
  assessments::Assessment content;
  base::Instant changed_at;
  std::string changed_by;
  std::int64_t version;  // goes up with every change: what a form carries

  std::vector<assessments::Problem> problems() const {
    return assessments::check(content);
  }  // before it is published
};

std::vector<DraftSummary> drafts(db::Connection&, const access::Actor&);  // the latest change first
std::optional<Draft> find_draft(db::Connection&, const access::Actor&, DraftId);

// The content may still have gaps. Refuses bad_input "file" for more than one file may hold as the Hub writes
// it, which can be longer than what was read. Throws std::logic_error for an actor who is no Hub operator.
base::Result<DraftId> add_draft(db::Connection&, const access::Actor&,
                                const assessments::Assessment& content);

// Refuses not_found, conflict for a stale version, bad_input "" for more than one file may hold.
base::Result<void> save_draft(db::Connection&, const access::Actor&, DraftId,
                              const assessments::Assessment& content, std::int64_t version);

// What publishing would do now.
struct Standing {
  std::optional<assessments::Version>
      before;              // what it is compared with: its year's newest, else the newest of all
  bool same_year = false;  // `before` is of the draft's own year
  bool unchanged = false;  // and says exactly the same
  bool restores = false;   // it is withdrawn, and becomes available again
};
Standing standing(db::Connection&, const assessments::Assessment&);

struct Reviewed {
  std::int64_t draft_version;                         // of the draft
  std::optional<assessments::AssessmentId> before{};  // Standing::before, as it was shown
};
// The draft goes. Refuses not_found, conflict where the draft or what it was compared with changed since it
// was reviewed, bad_input "" for content with gaps, bad_input "slug" as assessments::publish does.
base::Result<assessments::Publication> publish_draft(db::Connection&, const access::Actor&, DraftId,
                                                     const Reviewed&);

base::Result<void> discard_draft(db::Connection&, const access::Actor&, DraftId);

}  // namespace authoring
