// The stakeholder report, for Hub operators alone.
#pragma once

#include "db/database.h"
#include "web/request.h"
#include "web/response.h"

namespace report::pages {

class ReportPages {
 public:
  explicit ReportPages(db::Database& database) : database_(database) {}

  web::Response report(const web::Request&);  // /operator/report, a form, heavy both ways: it counts

 private:
  db::Database& database_;
};

}  // namespace report::pages
