// The page on which assessments are hidden from many invigilators, and the centre's default is chosen.
#pragma once

#include <optional>
#include <vector>

#include "db/database.h"
#include "features/visibility/bulk_access.h"
#include "web/request.h"
#include "web/response.h"

namespace visibility::pages {

struct BulkPage {
  BulkChoice choice{};                    // what is ticked
  std::optional<Slugs> default_ticked{};  // nothing: as it is saved
  std::vector<base::FieldError> errors{};
  bool default_conflict = false;

  int status() const { return default_conflict ? 409 : errors.empty() ? 200 : 422; }
};

// `fields` hold the search and the page of the list: of the address, or of the form that was sent.
web::Response bulk_page(db::Database&, const web::Request&, const web::Fields& fields, const BulkPage&);

BulkChoice bulk_choice(const web::Fields&);

}  // namespace visibility::pages
