// The audit's pages, for the route table, and what hears of refusals of power.
#pragma once

#include "db/database.h"
#include "features/audit/actions.h"
#include "web/dispatcher.h"
#include "web/route.h"

namespace audit::pages {

// A centre's audit for its Centre Admins, and the Hub's for its operators.
web::Handler audit_list(db::Database&, Whose = Whose::centre);  // GET /audit, /operator/audit
web::Handler audit_csv(db::Database&, Whose = Whose::centre);   // GET /audit.csv, /operator/audit.csv
web::Handler audit_xlsx(db::Database&,
                        Whose = Whose::centre);  // GET /audit.xlsx, /operator/audit.xlsx, heavy

// Keeps each refusal in the audit, in a transaction of its own; where that fails it is only logged.
class AuditedRefusals : public web::RefusalListener {
 public:
  explicit AuditedRefusals(db::Database& database) : database_(database) {}
  void refused(const web::Request&) override;

 private:
  db::Database& database_;
};

}  // namespace audit::pages
