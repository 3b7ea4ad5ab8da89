// Reading the audit for a download: everything that the filters let through, newest first, some hundred
// events at a time.
#pragma once

#include <string>
#include <vector>

#include "access/actor.h"
#include "db/database.h"
#include "features/audit/audit_store.h"
#include "web/request.h"

namespace audit::pages {

class ExportReader {
 public:
  ExportReader(db::Database& database, access::Actor actor, Whose whose, Filter filter)
      : database_(database), actor_(std::move(actor)), whose_(whose), filter_(std::move(filter)) {}
  std::vector<Entry> next();  // empty at the end

 private:
  db::Database& database_;
  access::Actor actor_;
  Whose whose_;
  Filter filter_;
  Position position_;
  bool more_ = true;
};

// Throws web::Refused where the filters are not understood; keeps in the audit that it was downloaded.
ExportReader start_export(db::Database&, const web::Request&, Whose, std::string_view format);

std::string export_filename(db::Database&, std::string_view ending);

}  // namespace audit::pages
