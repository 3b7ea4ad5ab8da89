// One person's record, opened to a Hub operator by a named request (features/records/record_request.h),
// which alone makes this, and tests. Stores take it as they take an Actor: what they load is this person's,
// of this centre.
#pragma once

#include "access/actor.h"

inline namespace hub {
namespace access {

struct RecordScope {
  CentreId centre;
  AccountId person;
};

}  // namespace access
}  // namespace hub
