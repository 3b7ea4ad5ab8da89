#include "features/accounts/account_store.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/pages/role_words.h"
#include "html/form_view.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace accounts::pages {
namespace {

constexpr std::string_view confirming_word = "DELETE";

Account load(db::Database& database, const web::Request& request) {
  const access::AccountId id{request.path_id("id")};
  auto account = database.read([&](db::Connection& c) { return find(c, request.actor(), id); });
  if (!account) throw web::Refused{base::Refusal::not_found()};
  if (!access::may_delete(request.actor(), account->subject())) {
    throw web::Refused{base::Refusal::forbidden("You cannot delete this account.")};
  }
  return std::move(*account);
}

web::Response show(const web::Request& request, const Account& account, std::span<const base::FieldError> errors) {
  html::View view("features/accounts/pages/delete_user.html");
  view.set("ID", std::to_underlying(account.id)).set("NAME", account.full_name()).set("EMAIL", account.email);
  view.set("ROLE", account.centre_admin ? "Centre Admin (EO)" : role_words(account.role));
  html::show_errors(view.root(), errors);
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

web::Handler delete_user(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto account = load(database, request);
    if (request.form().get("confirm") != confirming_word) {
      const base::FieldError errors[] = {{"confirm", "Write DELETE, in capital letters, to delete this account."}};
      return show(request, account, errors);
    }
    web::or_refuse(database.write([&](db::Connection& c) { return remove(c, request.actor(), account.id); }));
    return web::Response::see_other("/users?deleted=1");
  };
}

}  // namespace accounts::pages
