#include "features/sign_in/own_password.h"
#include "features/sign_in/pages/authenticator.h"
#include "features/sign_in/pages/pages.h"
#include "features/sign_in/session.h"
#include "html/form.h"

namespace sign_in::pages {

using Kind = html::Field::Kind;

web::Response SignInPages::change_password(const web::Request& request) {
  const bool first = request.session->must_change_password;
  html::Form form(request,
                  {{.name = "current_password",
                    .label = first ? "Password that you signed in with" : "Password that you use now",
                    .kind = Kind::password,
                    .required = true,
                    .autocomplete = "current-password"},
                   {.name = "new_password",
                    .label = "New password",
                    .kind = Kind::new_password,
                    .hint = "At least 12 characters of any kind. Four words that have nothing to do with "
                            "each other are easy to "
                            "remember and hard to guess.",
                    .required = true,
                    .autocomplete = "new-password"},
                   {.name = "confirm_password",
                    .label = "New password once more",
                    .kind = Kind::password,
                    .hint = "Everywhere else that you are signed in, you will be signed out.",
                    .required = true,
                    .autocomplete = "new-password"}});
  if (form.sent()) {
    const auto current = form.get("current_password"), chosen = form.get("new_password"),
               confirmed = form.get("confirm_password");
    const auto opened = sign_in::change_password(database_, request.actor(), {current, chosen, confirmed},
                                                 browser_name(request.header("user-agent")));
    if (form.took(opened)) {
      auto response = web::Response::see_other("/?done=password");
      give_token(response, opened->token, secure_);
      return response;
    }
  }
  html::View view("features/sign_in/pages/password.html");
  view.show_if("FIRST", first);
  return form.page({.title = first ? "Choose your own password" : "Change your password",
                    .menu = "/account/password",
                    .width = "narrow"},
                   {.button = "Change password", .cancel = first ? "" : "/", .guard = false},
                   std::move(view));
}

}  // namespace sign_in::pages
