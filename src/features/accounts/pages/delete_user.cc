#include "features/accounts/account_store.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/pages/role_words.h"
#include "html/form_view.h"
#include "html/page.h"
#include "html/typed_word.h"
#include "web/dispatcher.h"

namespace accounts::pages {
namespace {

constexpr html::TypedWord typed_word{
    .word = "DELETE", .what_for = "to delete this account", .button = "Confirm", .keep = "Keep this user"};

Account load(db::Database& database, const web::Request& request) {
  const access::AccountId id{request.path_id("id")};
  auto account = database.read([&](db::Connection& c) { return find(c, request.actor(), id); });
  if (!account) throw web::Refused{base::Refusal::not_found()};
  if (!access::may_delete(request.actor(), account->subject())) {
    throw web::Refused{base::Refusal::forbidden("You cannot delete this account.")};
  }
  return std::move(*account);
}

web::Response show(const web::Request& request, const Account& account,
                   std::span<const base::FieldError> errors) {
  html::View view("features/accounts/pages/delete_user.html");
  view.set("ID", std::to_underlying(account.id)).set("NAME", account.full_name()).set("EMAIL", account.email);
  view.set("ROLE", account.centre_admin ? "Centre Admin (EO)" : role_words(account.role));
  html::show_errors(view.root(), errors);
  html::show_typed_word(view.root(), typed_word, "/users", errors);
  return html::page(request,
                    {.title = "Delete " + account.full_name(),
                     .menu = "/users",
                     .status = errors.empty() ? 200 : 422,
                     .width = "narrow",
                     .back_href = "/users",
                     .back_label = "User Management"},
                    std::move(view));
}

}  // namespace

web::Handler delete_user_form(db::Database& database) {
  return [&database](const web::Request& request) { return show(request, load(database, request), {}); };
}

web::Handler delete_user(db::Database& database, DeletionListener* listener) {
  return [&database, listener](const web::Request& request) {
    const auto account = load(database, request);
    if (const auto problem = html::problem_with(typed_word, request.form().get("confirm"))) {
      return show(request, account, {&*problem, 1});
    }
    web::or_refuse(
        database.write([&](db::Connection& c) { return remove(c, request.actor(), account.id, listener); }));
    return web::Response::see_other("/users?deleted=1");
  };
}

}  // namespace accounts::pages
