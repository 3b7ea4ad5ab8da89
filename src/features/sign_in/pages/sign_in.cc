#include "features/sign_in/sign_in.h"

#include "features/sign_in/pages/pages.h"
#include "features/sign_in/pages/session_cookie.h"
#include "features/sign_in/session.h"
#include "html/form_view.h"
#include "html/page.h"

namespace sign_in::pages {
namespace {

struct Typed {
  std::string_view email{};
  std::string_view next{};
};

web::Response form(const web::Request& request, const Typed& typed, int status = 200,
                   std::span<const base::FieldError> errors = {}) {
  html::View view("features/sign_in/pages/sign_in.html");
  view.set("EMAIL", typed.email);
  html::show_errors(view.root(), errors);
  if (web::is_local_path(typed.next)) view.add("HAS_NEXT").set("NEXT", typed.next);
  return html::page(request, {.title = "Sign in", .menu = {}, .status = status}, std::move(view));
}

web::Response refused(const web::Request& request, const Typed& typed, const base::Refusal& refusal) {
  if (refusal.kind != base::Refusal::Kind::too_many) return form(request, typed, 422, refusal.fields);
  const base::FieldError held_back[] = {{"", refusal.message}};
  auto response = form(request, typed, 429, held_back);
  response.header("Retry-After", std::to_string(refusal.retry_after.count()));
  return response;
}

}  // namespace

web::Handler sign_in_form() {
  return [](const web::Request& request) {
    if (request.session) return web::Response::see_other("/");
    return form(request, {.next = request.query.get("next")});
  };
}

web::Handler take_sign_in(db::Database& database, bool secure) {
  return [&database, secure](const web::Request& request) {
    const auto& fields = request.form();
    const Typed typed{fields.get("email"), fields.get("next")};
    const Browser browser{browser_name(request.header("user-agent")),
                          session_key(request, secure).value_or("")};
    const auto opened = sign_in::sign_in(database, typed.email, fields.get("password"), browser);
    if (!opened) return refused(request, typed, opened.error());
    auto response = web::Response::see_other(web::is_local_path(typed.next) ? typed.next : "/");
    give_token(response, opened->token, secure);
    return response;
  };
}

}  // namespace sign_in::pages
