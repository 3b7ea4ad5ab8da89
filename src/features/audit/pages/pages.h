// The audit's pages, for the route table, and what hears of refusals of power.
#pragma once

#include "db/database.h"
#include "features/audit/actions.h"
#include "features/audit/refusal_counts.h"
#include "web/dispatcher.h"

namespace audit::pages {

// A centre's audit for its Centre Admins, or the Hub's for its operators.
class AuditPages {
 public:
  AuditPages(db::Database& database, Whose whose) : database_(database), whose_(whose) {}

  web::Response list(const web::Request&);      // /audit, /operator/audit
  web::Response download(const web::Request&);  // the same with .csv and .xlsx, heavy

 private:
  db::Database& database_;
  Whose whose_;
};

// Keeps the refusals in the audit, of one person and page at most one an hour, in a transaction of its own;
// where that fails it is only logged.
class AuditedRefusals : public web::RefusalListener {
 public:
  explicit AuditedRefusals(db::Database& database) : database_(database) {}
  void refused(const web::Request&) override;

 private:
  db::Database& database_;
  RefusalCounts counts_;
};

}  // namespace audit::pages
