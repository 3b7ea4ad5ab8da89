// Takes the name and email of somebody whose account is deleted out of what the checks of their centre's
// files found, while that is still kept. How many problems there were, in which rows and columns, stays.
#pragma once

#include "db/connection.h"
#include "features/accounts/account_listener.h"
#include "features/uploads/upload_report.h"

namespace user_upload {

// Of every row of the report that names them. Pure; whether anything changed.
bool forget(uploads::Report&, const accounts::Account&);

class ForgetDeleted : public accounts::DeletionListener {
 public:
  void deleted(db::Connection&, const access::Actor&, const accounts::Account&) override;
};

}  // namespace user_upload
