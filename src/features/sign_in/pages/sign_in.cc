#include "features/sign_in/sign_in.h"

#include "features/sign_in/pages/authenticator.h"
#include "features/sign_in/pages/pages.h"
#include "features/sign_in/session.h"
#include "html/form.h"

namespace sign_in::pages {
namespace {

using Carried = web::CarriedForms::Carried;
using Kind = html::Field::Kind;

constexpr std::string_view route = "/sign-in";

Carried carried_by(const web::Request& request) {
  if (request.method != web::Method::post)
    return {.next = std::string(request.query.get("next")), .form = {}};
  return {std::string(request.form().get("next")), std::string(request.form().get("carried"))};
}

html::Form form_for(const web::Request& request, const Carried& carried) {
  std::vector<html::Field> fields{
      {.name = "email", .label = "Email", .kind = Kind::email, .autocomplete = "username"},
      {.name = "password", .label = "Password", .kind = Kind::password, .autocomplete = "current-password"}};
  if (web::is_local_path(carried.next)) {
    fields.push_back({.name = "next", .kind = Kind::hidden, .value = carried.next});
  }
  if (!carried.form.empty())
    fields.push_back({.name = "carried", .kind = Kind::hidden, .value = carried.form});
  return {request, std::move(fields), route};
}

web::Response page(html::Form& form, const Carried& carried, int status) {
  html::View view("features/sign_in/pages/sign_in.html");
  view.show_if("CARRIED", !carried.form.empty()).show_if("TOO_LONG", carried.too_long);
  return form.page({.title = "Sign in", .menu = {}, .status = status},
                   {.button = "Sign in", .action = std::string(route), .guard = false}, std::move(view));
}

}  // namespace

web::Response SignInPages::sign_in(const web::Request& request) {
  if (request.session && request.method != web::Method::post) return web::Response::see_other("/");
  const auto carried = carried_by(request);
  auto form = form_for(request, carried);
  if (form.sent()) {
    const Browser browser{browser_name(request.header("user-agent")),
                          session_key(request, secure_).value_or("")};
    const auto opened = sign_in::sign_in(database_, form.get("email"), form.get("password"), browser);
    if (form.took(opened)) {
      auto next = web::is_local_path(carried.next) ? carried.next : "/";
      if (!carried.form.empty()) next = carried_.unpack(opened->actor, carried.next, carried.form);
      auto response = web::Response::see_other(next);
      give_token(response, opened->token, secure_);
      return response;
    }
  }
  return page(form, carried, 200);
}

web::Response SignInPages::sign_in_again(const web::Request& request) {
  const auto carried = carried_.pack(request);
  auto form = form_for(request, carried);
  return page(form, carried, 403);
}

}  // namespace sign_in::pages
