// The certificates' handlers, for the route table.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/work_pool.h"
#include "db/database.h"
#include "features/certificates/check_throttle.h"
#include "features/certificates/downloads.h"
#include "web/form.h"
#include "web/route.h"

namespace certificates::pages {

// One certificate. Its owner's, and those of the centre who manage users; to anybody else it is not there.
web::Handler certificate(db::Database&);                              // GET /certificates/{code}
web::Handler certificate_pdf(db::Database&, std::string public_url);  // GET /certificates/{code}.pdf, heavy
web::Handler certificate_png(db::Database&, std::string public_url);  // GET /certificates/{code}.png, heavy
web::Handler reissue_certificate(db::Database&);                      // POST /certificates/{code}/reissue
web::Handler withdraw_form(db::Database&);                            // GET /certificates/{code}/withdraw
web::Handler withdraw_certificate(db::Database&);                     // POST /certificates/{code}/withdraw

// Certificates that end. user_managers only, but for the last one: hub_operators only.
web::Handler reminders(db::Database&);       // GET /summary/reminders
web::Handler reminders_xlsx(db::Database&);  // GET /summary/reminders.xlsx, heavy
web::Handler reminders_csv(db::Database&);   // GET /summary/reminders.csv, heavy
web::Handler hub_reminders(db::Database&);   // GET /operator/reminders

// For anyone. `throttle` outlives them.
web::Handler verify_form(CheckThrottle& throttle);            // GET /verify
web::Handler verify(db::Database&, CheckThrottle& throttle);  // GET /verify/{code}

// The people whose certificates are meant by the filters in an address: the summary's, which stands above.
// Only ever those of the actor's centre.
struct ChosenPeople {
  std::vector<access::AccountId> accounts;
  std::string assessment;  // a slug; empty: every one
  std::string year{};      // empty: each assessment's newest
};
using ChoosePeople =
    std::function<ChosenPeople(db::Connection&, const access::Actor&, const web::Fields& query)>;

struct BundleParts {
  db::Database& database;
  base::WorkPool& heavy;  // draws
  Downloads& downloads;
  std::string public_url;
  ChoosePeople choose;
};
// All outlive the handlers. user_managers only.
web::Handler choose_bundle(const BundleParts&);  // GET /summary/certificates
web::Handler bundle_zip(const BundleParts&);     // GET /summary/certificates.zip, heavy
web::Handler bundle_pdf(const BundleParts&);     // GET /summary/certificates.pdf, heavy
web::Handler bundle_progress(Downloads&);        // GET /summary/certificates/progress
web::Handler stop_bundle(Downloads&);            // POST /summary/certificates/stop

}  // namespace certificates::pages
