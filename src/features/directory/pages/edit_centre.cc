#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"

namespace directory::pages {

web::Response CentrePages::edit(const web::Request& request) {
  const auto entry = centre_of(database_, request);
  html::Form form(
      request,
      {name_field(entry.centre.name,
                  "As it should read on certificates from now on. Those already issued keep the old name.")});
  if (form.sent() && form.took(database_.write([&](db::Connection& c) {
        return centres::rename(c, request.actor(), entry.centre.id, form.get("name"));
      }))) {
    return web::Response::see_other(address(entry.centre.id, "?saved=1"));
  }
  return form.page(head(entry, "Edit centre " + entry.centre.number),
                   {.button = "Save", .cancel = address(entry.centre.id)});
}

}  // namespace directory::pages
