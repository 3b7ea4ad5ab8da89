#include "access/rules.h"
#include "features/sign_in/pages/pages.h"
#include "html/page.h"

namespace sign_in::pages {

web::Response SignInPages::help(const web::Request& request) {
  const auto& actor = request.actor();
  const bool manager = access::manages_users(actor);
  const bool hub_operator = access::runs_hub(actor);
  html::View view("features/sign_in/pages/help.html");
  view.set("SUPPORT_EMAIL", support_email_);
  view.show_if("MANAGER", manager)
      .show_if("ADMIN", actor.centre_admin)
      .show_if("OFFICER", manager && !actor.centre_admin)
      .show_if("OPERATOR", hub_operator)
      .show_if("MEMBER", !manager && !hub_operator)
      .show_if("CENTRE", !hub_operator);
  return html::page(request, {.title = "Help", .menu = "/help", .width = "narrow"}, std::move(view));
}

}  // namespace sign_in::pages
