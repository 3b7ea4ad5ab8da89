// What centres tells the sign-in, which stands above it: sign_in implements this and app hands it to whatever
// closes a centre. In the same transaction, so that a centre reopened later finds nobody still signed in from
// before.
#pragma once

#include "access/actor.h"
#include "db/connection.h"

namespace centres {

class ClosingListener {
 public:
  virtual ~ClosingListener() = default;
  virtual void closed(db::Connection&, access::CentreId) = 0;
};

}  // namespace centres
