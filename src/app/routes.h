// The route table: every address of the Hub, who may call it, how much it may send.
#pragma once

#include <string>

#include "db/database.h"
#include "features/accounts/account_listener.h"
#include "features/accounts/session_ender.h"
#include "features/attempts/answer_queue.h"
#include "features/attempts/attempt_store.h"
#include "features/attempts/certificate_links.h"
#include "features/centres/directory.h"
#include "features/certificates/pages/pages.h"
#include "features/uploads/uploads.h"
#include "web/carried_forms.h"
#include "web/route.h"

namespace app {

// What handlers need; all of it outlives the table.
struct RouteParts {
  db::Database& database;
  accounts::SessionEnder& session_ender;
  accounts::AccountListener& account_listener;
  accounts::DeletionListener& deletion_listener;
  centres::ClosingListener& closing_listener;
  uploads::Uploads& user_uploads;
  uploads::Uploads& centre_uploads;
  attempts::AttemptStore& attempts;
  attempts::AnswerQueue& answers;
  web::CarriedForms& carried_answers;
  attempts::CertificateLinks* certificate_links = nullptr;  // null: no page links to a certificate
  certificates::pages::BundleParts bundles;
  certificates::CheckThrottle& check_throttle;
  std::string public_url;
  std::string support_email;
  bool secure = false;  // the public address is https
};

web::RouteTable routes(RouteParts&);

}  // namespace app
