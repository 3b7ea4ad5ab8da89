// Everything that the Hub keeps of one person, as a Hub operator reads it while their request is open.
#pragma once

#include <string>
#include <vector>

#include "features/accounts/person_record.h"
#include "features/attempts/person_record.h"
#include "features/audit/audit_store.h"
#include "features/centres/directory.h"
#include "features/certificates/person_record.h"
#include "features/records/record_request.h"
#include "features/visibility/person_record.h"

namespace records {

struct RecordedSection {
  std::string title;  // as it was at the last try
  std::vector<attempts::RecordedAttempt> tries;
};

struct RecordedAssessment {
  std::string title;  // the same
  std::string year;
  std::optional<base::Instant> passed_at{};
  std::vector<RecordedSection> sections{};
};

struct PersonRecord {
  centres::Entry centre;
  accounts::Account person;
  accounts::Origin origin;
  visibility::RecordedAccess access;
  std::size_t open_sessions = 0;
  std::vector<RecordedAssessment> assessments;  // the newest year first
  std::vector<certificates::Certificate> certificates;
  base::Instant read_at;
};

// Nothing once the request's day is over, or the person is gone.
std::optional<PersonRecord> load_record(db::Connection&, const access::Actor&, const RecordRequest&);

// What the centre's audit keeps of them, newest first.
audit::EntryPage events_about(db::Connection&, const access::RecordScope&, const audit::Position&,
                              std::size_t limit);

}  // namespace records
