// The audit's pages, for the route table, and what hears of refusals of power.
#pragma once

#include "db/database.h"
#include "web/dispatcher.h"
#include "web/route.h"

namespace audit::pages {

web::Handler audit_list(db::Database&);  // GET /audit: Centre Admins
web::Handler audit_csv(db::Database&);   // GET /audit.csv: Centre Admins
web::Handler audit_xlsx(db::Database&);  // GET /audit.xlsx: Centre Admins, heavy

// Keeps each refusal in the audit, in a transaction of its own; where that fails it is only logged.
class AuditedRefusals : public web::RefusalListener {
 public:
  explicit AuditedRefusals(db::Database& database) : database_(database) {}
  void refused(const web::Request&) override;

 private:
  db::Database& database_;
};

}  // namespace audit::pages
