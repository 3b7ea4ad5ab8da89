// Certificates that end, for those who manage users and for the Hub's operator.
#pragma once

#include "db/database.h"
#include "web/request.h"
#include "web/response.h"

namespace reminders::pages {

class ReminderPages {
 public:
  explicit ReminderPages(db::Database& database) : database_(database) {}

  web::Response list(const web::Request&);      // /summary/reminders: user managers
  web::Response download(const web::Request&);  // the same with .xlsx and .csv: heavy
  web::Response centres(const web::Request&);   // /operator/reminders: hub_operators, heavy

 private:
  db::Database& database_;
};

}  // namespace reminders::pages
