// What attempts needs of those above it when the last section of an assessment is passed: certificates
// implements it, and app hands it to the handing-in. In the same transaction, so that there is never a pass
// without its certificate.
#pragma once

#include <string>

#include "access/actor.h"
#include "base/instant.h"
#include "db/connection.h"

namespace attempts {

struct AssessmentPassed {
  access::CentreId centre;
  access::AccountId account;
  std::string slug;
  std::string year;
  std::int64_t version;  // current when it was passed
  base::Instant passed_at;
};

class PassListener {
 public:
  virtual ~PassListener() = default;
  // Once for each account, slug and year: attempts does not call it again for a later version that keeps the
  // passes.
  virtual void passed(db::Connection&, const AssessmentPassed&) = 0;
};

}  // namespace attempts
