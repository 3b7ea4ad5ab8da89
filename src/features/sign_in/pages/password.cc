#include "features/sign_in/own_password.h"
#include "features/sign_in/pages/pages.h"
#include "features/sign_in/pages/session_cookie.h"
#include "features/sign_in/session.h"
#include "html/form_view.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace sign_in::pages {
namespace {

// Passwords are never shown again: a refused form comes back empty.
web::Response form(const web::Request& request, int status = 200,
                   std::span<const base::FieldError> errors = {}) {
  html::View view("features/sign_in/pages/password.html");
  const bool first = request.session->must_change_password;
  view.show_if("FIRST", first).show_if("LATER", !first);
  html::show_errors(view.root(), errors);
  return html::page(request,
                    {.title = first ? "Choose your own password" : "Change your password",
                     .menu = "/account/password",
                     .status = status,
                     .width = "narrow"},
                    std::move(view));
}

web::Response refused(const web::Request& request, base::Refusal refusal) {
  using enum base::Refusal::Kind;
  if (refusal.kind == bad_input) return form(request, 422, refusal.fields);
  if (refusal.kind != too_many) throw web::Refused{std::move(refusal)};
  const base::FieldError held_back[] = {{"", refusal.message}};
  auto response = form(request, 429, held_back);
  response.header("Retry-After", std::to_string(refusal.retry_after.count()));
  return response;
}

}  // namespace

web::Handler password_form() {
  return [](const web::Request& request) { return form(request); };
}

web::Handler change_password(db::Database& database, bool secure) {
  return [&database, secure](const web::Request& request) {
    const auto& fields = request.form();
    const PasswordChoice choice{fields.get("current_password"), fields.get("new_password"),
                                fields.get("confirm_password")};
    const auto opened = sign_in::change_password(database, request.actor(), choice,
                                                 browser_name(request.header("user-agent")));
    if (!opened) return refused(request, opened.error());
    auto response = web::Response::see_other("/?done=password");
    give_token(response, opened->token, secure);
    return response;
  };
}

}  // namespace sign_in::pages
