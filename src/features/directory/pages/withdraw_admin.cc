#include "features/accounts/centre_admins.h"
#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"
#include "html/form.h"

namespace directory::pages {

web::Response CentrePages::withdraw_admin(const web::Request& request) {
  const auto entry = centre_of(database_, request);
  const auto id = entry.centre.id;
  const auto admin = admin_of(database_, request, id);
  html::Form form(request, {html::typed_word("WITHDRAW", "to go on")});
  if (form.ready() &&
      form.took(database_.write(accounts::withdraw_centre_admin, request.actor(), id, admin.id, sessions_))) {
    return web::Response::see_other(address(id, "?withdrawn=1"));
  }
  html::View view("features/directory/pages/withdraw_admin.html");
  view.set("NAME", admin.full_name()).set("EMAIL", admin.email);
  return form.page(head(entry, "No longer Centre Admin: " + admin.full_name()),
                   {.button = "Confirm", .cancel = address(id), .cancel_label = "Keep them Centre Admin"},
                   std::move(view));
}

}  // namespace directory::pages
