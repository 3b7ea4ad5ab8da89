// What visibility keeps of one person, for the record that a Hub operator reads on a named request.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/actor.h"
#include "base/instant.h"
#include "db/connection.h"

namespace visibility {

struct RecordedAccess {
  std::vector<std::string> hidden{};  // titles of the assessments that this person does not see
  int extra_time_percent = 0;
  std::optional<base::Instant> given_at{};  // the extra time; nothing where there is none
  std::string given_by{};                   // empty where that account is gone
};
RecordedAccess access_of(db::Connection&, const access::RecordScope&);

}  // namespace visibility
