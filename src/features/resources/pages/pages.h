// The pages of the resources: for those who read them, and under /operator for the Hub operators who publish
// them.
#pragma once

#include <cstddef>
#include <string_view>

#include "db/database.h"
#include "web/request.h"
#include "web/response.h"

namespace resources::pages {

class ResourcePages {
 public:
  // Over the 25 MB that a file may have, so that one a little larger is told so by the form.
  static constexpr std::size_t file_limit = 27 << 20;

  explicit ResourcePages(db::Database& database) : database_(database) {}

  web::Response list(const web::Request&);  // /resources: resource readers
  web::Response file(const web::Request&);  // /resources/{id}: resource readers; the newest version

  web::Response kept_list(const web::Request&);  // /operator/resources: Hub operators, as all below
  web::Response publish(const web::Request&);    // /operator/resources/add, a form: file_limit, heavy
  web::Response kept(const web::Request&);  // /operator/resources/{id}, and POST of its /edit and /versions:
                                            // the latter file_limit, heavy
  web::Response version_file(const web::Request&);  // /operator/resources/{id}/versions/{n}
  web::Response withdraw(const web::Request&);      // POST /operator/resources/{id}/withdraw
  web::Response restore(const web::Request&);       // POST /operator/resources/{id}/restore

 private:
  web::Response list_at(const web::Request&, std::string_view address, std::string_view template_name);

  db::Database& database_;
};

}  // namespace resources::pages
