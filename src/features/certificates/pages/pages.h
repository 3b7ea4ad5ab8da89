// The certificates' pages, for the route table.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/work_pool.h"
#include "db/database.h"
#include "features/certificates/check_throttle.h"
#include "features/certificates/downloads.h"
#include "web/request.h"
#include "web/response.h"

namespace certificates::pages {

// One certificate: its owner's, and those of the centre who manage users; to anybody else it is not there.
// And whether one is genuine, for anyone.
class CertificatePages {
 public:
  CertificatePages(db::Database& database, std::string public_url, CheckThrottle& throttle)
      : database_(database), public_url_(std::move(public_url)), throttle_(throttle) {}

  web::Response show(const web::Request&);         // /certificates/{code}
  web::Response pdf(const web::Request&);          // /certificates/{code}.pdf, heavy
  web::Response png(const web::Request&);          // /certificates/{code}.png, heavy
  web::Response reissue(const web::Request&);      // POST /certificates/{code}/reissue
  web::Response withdraw(const web::Request&);     // /certificates/{code}/withdraw, a form: Centre Admins
  web::Response verify_form(const web::Request&);  // /verify: anyone
  web::Response verify(const web::Request&);       // /verify/{code}: anyone

 private:
  db::Database& database_;
  std::string public_url_;
  CheckThrottle& throttle_;
};

// The people whose certificates are meant by the filters in an address: the summary's, which stands above.
// Only ever those of the actor's centre.
struct ChosenPeople {
  std::vector<access::AccountId> accounts;
  std::string assessment;  // a slug; empty: every one
  std::string year{};      // empty: each assessment's newest
};
using ChoosePeople =
    std::function<ChosenPeople(db::Connection&, const access::Actor&, const web::Fields& query)>;

// Many certificates as one file. All of these outlive the pages.
struct BundleParts {
  db::Database& database;
  base::WorkPool& heavy;  // draws
  Downloads& downloads;
  std::string public_url;
  ChoosePeople choose;
};

// user_managers only.
class BundlePages {
 public:
  explicit BundlePages(const BundleParts& parts) : parts_(parts) {}

  web::Response choose(const web::Request&);    // /summary/certificates
  web::Response zip(const web::Request&);       // /summary/certificates.zip, heavy
  web::Response pdf(const web::Request&);       // /summary/certificates.pdf, heavy
  web::Response progress(const web::Request&);  // /summary/certificates/progress
  web::Response stop(const web::Request&);      // POST /summary/certificates/stop

 private:
  const BundleParts& parts_;
};

}  // namespace certificates::pages
