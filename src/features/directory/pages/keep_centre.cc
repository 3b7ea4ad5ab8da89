#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"
#include "html/form.h"

namespace directory::pages {

web::Response CentrePages::keep(const web::Request& request) {
  const auto entry = centre_of(database_, request);
  if (!entry.closed()) {
    throw web::Refused{base::Refusal::conflict("This centre is open: its data are kept anyway.")};
  }
  const auto id = entry.centre.id;
  html::Form form(request,
                  {{.name = "keep_until",
                    .label = "Keep its data until",
                    .kind = html::Field::Kind::date,
                    .hint = "Through this whole day. Nothing is erased by itself afterwards: you decide.",
                    .width = "short",
                    .value = entry.keep_until}});
  if (form.sent() && form.took(database_.write([&](db::Connection& c) {
        return centres::keep_until(c, request.actor(), id, form.get("keep_until"));
      }))) {
    return web::Response::see_other(address(id, "?kept=1"));
  }
  return form.page(head(entry, "How long the data of " + entry.centre.name + " are kept"),
                   {.button = "Save", .cancel = address(id)});
}

}  // namespace directory::pages
