// The pages of somebody's progress and of question insight, for the route table. User managers only.
#pragma once

#include "db/database.h"
#include "features/attempts/certificate_links.h"
#include "web/request.h"
#include "web/response.h"

namespace progress::pages {

class ProgressPages {
 public:
  // `certificates` may be null: the page links to none.
  ProgressPages(db::Database& database, attempts::CertificateLinks* certificates)
      : database_(database), certificates_(certificates) {}

  web::Response person(const web::Request&);     // /users/{id}/progress
  web::Response sections(const web::Request&);   // /users/{id}/progress/{slug} ?year=
  web::Response answers(const web::Request&);    // /users/{id}/attempts/{attempt}: kept in the audit
  web::Response questions(const web::Request&);  // /summary/questions ?assessment=

 private:
  db::Database& database_;
  attempts::CertificateLinks* certificates_;
};

}  // namespace progress::pages
