#include "base/text.h"
#include "features/accounts/centre_people.h"
#include "features/directory/pages/centre_of.h"
#include "features/directory/pages/pages.h"
#include "html/form.h"

namespace directory::pages {
namespace {

constexpr std::chrono::days kept_by_default{365};

}  // namespace

web::Response CentrePages::close(const web::Request& request) {
  const auto entry = centre_of(database_, request);
  const auto id = entry.centre.id;
  html::Form form(request, {{.name = "keep_until",
                             .label = "Keep its data until",
                             .kind = html::Field::Kind::date,
                             .width = "short",
                             .value = base::iso_date(database_.now() + kept_by_default)},
                            html::typed_word("CLOSE", "to close this centre")});
  if (form.ready() && form.took(database_.write([&](db::Connection& c) {
        return centres::close(c, request.actor(), id, form.get("keep_until"), listener_);
      }))) {
    return web::Response::see_other(address(id, "?closed=1"));
  }
  const auto people = database_.read(
      [&](db::Connection& c) { return accounts::people_of(c, request.actor(), {&id, 1}).front(); });
  html::View view("features/directory/pages/close_centre.html");
  view.set("NAME", entry.centre.name).set("USERS", base::counted(people.total(), "person", "people"));
  return form.page(head(entry, "Close " + entry.centre.name),
                   {.button = "Close centre", .cancel = address(id), .cancel_label = "Keep it open"},
                   std::move(view));
}

web::Response CentrePages::reopen(const web::Request& request) {
  const access::CentreId id{request.path_id("id")};
  web::or_refuse(database_.write(centres::reopen, request.actor(), id));
  return web::Response::see_other(address(id, "?reopened=1"));
}

}  // namespace directory::pages
