// The pages of the User Summary, for the route table. User managers only.
#pragma once

#include "db/database.h"
#include "web/request.h"
#include "web/response.h"

namespace summary::pages {

class SummaryPages {
 public:
  explicit SummaryPages(db::Database& database) : database_(database) {}

  web::Response list(const web::Request&);      // /summary
  web::Response download(const web::Request&);  // /summary.xlsx and /summary.csv: heavy

 private:
  db::Database& database_;
};

}  // namespace summary::pages
