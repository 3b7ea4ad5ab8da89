// The pages of Assessment Access and of extra time, for the route table.
#pragma once

#include "db/database.h"
#include "features/visibility/bulk_access.h"
#include "web/request.h"
#include "web/response.h"

namespace visibility::pages {

class AccessPages {
 public:
  static constexpr std::size_t bulk_limit = 64
                                            << 10;  // bytes of a form for many: an id for each that is ticked

  explicit AccessPages(db::Database& database) : database_(database) {}

  web::Response edit(const web::Request&);  // /users/{id}/access, a form: Centre Admins
  web::Response many(
      const web::Request&);  // /users/access, a form, and POST /users/access/default: Centre Admins
  web::Response apply_many(const web::Request&);  // POST /users/access/apply: Centre Admins
  web::Response extra_time(const web::Request&);  // /users/{id}/extra-time, a form: user managers

 private:
  web::Response change(const web::Request&, const BulkChoice&, const BulkChange&, bool conflict);

  db::Database& database_;
};

}  // namespace visibility::pages
