#include "features/visibility/access_default.h"
#include "features/visibility/pages/bulk_page.h"
#include "features/visibility/pages/pages.h"
#include "features/visibility/pages/slug_fields.h"
#include "web/dispatcher.h"

namespace visibility::pages {

web::Handler save_default(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto& fields = request.form().fields;
    const auto chosen = ticked(fields);
    const auto saved = database.write(
        [&](db::Connection& c) { return set_default(c, request.actor(), chosen, seen(fields)); });
    if (!saved && saved.error().kind == base::Refusal::Kind::bad_input) {
      // Not the field of that name in the form above it: told in the summary alone.
      return bulk_page(database, request, {},
                       {.default_ticked = chosen, .errors = {{"", saved.error().fields.front().message}}});
    }
    if (!saved && saved.error().kind == base::Refusal::Kind::conflict) {
      return bulk_page(database, request, {}, {.default_ticked = chosen, .default_conflict = true});
    }
    web::or_refuse(saved);
    return web::Response::see_other("/users/access?default_saved=1");
  };
}

}  // namespace visibility::pages
