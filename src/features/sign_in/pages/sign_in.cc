#include "features/sign_in/sign_in.h"

#include "features/sign_in/pages/authenticator.h"
#include "features/sign_in/pages/pages.h"
#include "features/sign_in/session.h"
#include "html/form.h"

namespace sign_in::pages {

using Kind = html::Field::Kind;

web::Response SignInPages::sign_in(const web::Request& request) {
  if (request.session && request.method != web::Method::post) return web::Response::see_other("/");
  const auto next =
      request.method == web::Method::post ? request.form().get("next") : request.query.get("next");
  std::vector<html::Field> fields{
      {.name = "email", .label = "Email", .kind = Kind::email, .autocomplete = "username"},
      {.name = "password", .label = "Password", .kind = Kind::password, .autocomplete = "current-password"}};
  if (web::is_local_path(next)) {
    fields.push_back({.name = "next", .kind = Kind::hidden, .value = std::string(next)});
  }
  html::Form form(request, std::move(fields));
  if (form.sent()) {
    const Browser browser{browser_name(request.header("user-agent")),
                          session_key(request, secure_).value_or("")};
    const auto opened = sign_in::sign_in(database_, form.get("email"), form.get("password"), browser);
    if (form.took(opened)) {
      auto response = web::Response::see_other(web::is_local_path(next) ? next : "/");
      give_token(response, opened->token, secure_);
      return response;
    }
  }
  return form.page({.title = "Sign in", .menu = {}}, {.button = "Sign in", .guard = false},
                   html::View("features/sign_in/pages/sign_in.html"));
}

}  // namespace sign_in::pages
