// One person's record on a named request, for Hub operators alone.
#pragma once

#include "db/database.h"
#include "web/request.h"
#include "web/response.h"

namespace records::pages {

class RecordPages {
 public:
  explicit RecordPages(db::Database& database) : database_(database) {}

  web::Response ask(const web::Request&);   // /operator/centres/{id}/records/request, a form
  web::Response show(const web::Request&);  // /operator/records/{id}
  web::Response file(const web::Request&);  // /operator/records/{id}.xlsx, heavy

 private:
  db::Database& database_;
};

}  // namespace records::pages
