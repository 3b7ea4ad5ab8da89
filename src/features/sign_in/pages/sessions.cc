#include "features/sign_in/pages/pages.h"
#include "features/sign_in/session_store.h"
#include "html/page.h"

namespace sign_in::pages {
namespace {

std::string_view what_was_done(std::string_view done) {
  if (done == "one") return "You are signed out there.";
  if (done == "others") return "You are signed out everywhere else.";
  return {};
}

void fill(html::View& view, const std::vector<Listed>& sessions) {
  for (const auto& session : sessions) {
    view.add("SESSION")
        .set("HANDLE", session.handle)
        .set("BROWSER", session.browser)
        .set("STARTED", base::british_date_time(session.span.created_at))
        .set("LAST_SEEN", base::british_date_time(session.span.last_seen_at))
        .show_if("THIS_ONE", session.this_one);
  }
  view.show_if("OTHERS", sessions.size() > 1);
}

}  // namespace

web::Response SignInPages::sessions(const web::Request& request) {
  const auto listed = database_.read(
      [&](db::Connection& c) { return list(c, request.actor(), request.session->key, c.now()); });
  html::View view("features/sign_in/pages/sessions.html");
  if (const auto message = what_was_done(request.query.get("done")); !message.empty()) {
    view.add("ENDED").set("MESSAGE", message);
  }
  fill(view, listed);
  return html::page(request, {.title = "Where you are signed in", .menu = "/account/sessions"},
                    std::move(view));
}

}  // namespace sign_in::pages
