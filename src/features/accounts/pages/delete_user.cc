#include "features/accounts/account_store.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/pages/user_fields.h"
#include "html/form.h"

namespace accounts::pages {
namespace {

Account load(db::Database& database, const web::Request& request) {
  const access::AccountId id{request.path_id("id")};
  auto account = web::found(database.read(find, request.actor(), id));
  if (!access::may_delete(request.actor(), account.subject())) {
    throw web::Refused{base::Refusal::forbidden("You cannot delete this account.")};
  }
  return account;
}

}  // namespace

web::Response UserPages::remove(const web::Request& request) {
  const auto account = load(database_, request);
  html::Form form(request, {html::typed_word("DELETE", "to delete this account")});
  if (form.ready() && form.took(database_.write(accounts::remove, request.actor(), account.id, deletions_))) {
    return web::Response::see_other("/users?deleted=1");
  }
  html::View view("features/accounts/pages/delete_user.html");
  view.set("NAME", account.full_name()).set("EMAIL", account.email);
  view.set("ROLE", role_words(account.role, account.centre_admin));
  return form.page({.title = "Delete " + account.full_name(),
                    .menu = "/users",
                    .width = "narrow",
                    .back_href = "/users",
                    .back_label = "User Management"},
                   {.button = "Confirm", .cancel = "/users", .cancel_label = "Keep this user"},
                   std::move(view));
}

}  // namespace accounts::pages
