// A Hub operator sees counts of a centre, and a person's record only through a request that names who asks
// for it and why. It stands in that centre's own audit from the moment it is made, and opens the record to
// that operator alone, for a day.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/connection.h"

namespace records {

enum class RecordRequestId : std::int64_t {};

inline constexpr std::chrono::hours record_open_for{24};

// As typed, white space at the ends already off.
struct RecordAsk {
  std::string email;
  std::string asked_by;  // the person themself, the police, an awarding organisation ...
  std::string purpose;
};

// Refuses not_found for anybody but a Hub operator and where there is no such centre; bad_input for what is
// missing or too long. That an email is nobody's of this centre is told only where all else is right, and is
// the same sentence whether it is nobody's or another centre's: nobody learns who is at a centre without
// standing in its audit.
base::Result<RecordRequestId> request_record(db::Connection&, const access::Actor&, access::CentreId,
                                             const RecordAsk&);

struct RecordRequest {
  RecordRequestId id;
  access::CentreId centre;
  std::string asked_by;
  std::string purpose;
  base::Instant requested_at;
  std::optional<access::RecordScope> scope;  // nothing once its day is over

  base::Instant open_until() const { return requested_at + record_open_for; }
};

// The actor's own requests alone; nothing once the person or the centre is gone.
std::optional<RecordRequest> find_request(db::Connection&, const access::Actor&, RecordRequestId);

// Keeps in the centre's audit that the record of an open request was downloaded.
void record_downloaded(db::Connection&, const access::Actor&, const RecordRequest&);

}  // namespace records
