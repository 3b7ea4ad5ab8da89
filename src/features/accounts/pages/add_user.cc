#include <fmt/format.h>

#include <algorithm>

#include "features/accounts/account_store.h"
#include "features/accounts/declaration.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/pages/user_form.h"
#include "features/accounts/password.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace accounts::pages {
namespace {

web::Response show(const web::Request& request, const UserForm& form, int status) {
  return html::page(request,
                    {.title = "Add a user",
                     .menu = "/users",
                     .status = status,
                     .width = "narrow",
                     .back_href = "/users",
                     .back_label = "User Management"},
                    user_form(request.actor(), form, {}));
}

// Told together with the other problems; the store tells it again for an email that is taken meanwhile.
void note_taken_email(db::Database& database, const access::Actor& actor, const PersonFields& person,
                      std::vector<base::FieldError>& errors) {
  if (std::ranges::find(errors, "email", &base::FieldError::field) != errors.end()) return;
  const std::string key[] = {email_key(person.email)};
  const auto owners = database.read([&](db::Connection& c) { return email_owners(c, actor, key); });
  if (auto taken = email_taken(owners.front()); !taken.empty()) errors.push_back({"email", std::move(taken)});
}

std::vector<base::FieldError> problems(db::Database& database, const web::Request& request,
                                       const PersonFields& person) {
  auto errors = check(person, access::roles_to_give(request.actor()));
  note_taken_email(database, request.actor(), person, errors);
  if (auto problem = password_problem(request.form().get("password"), own_words(person, request.actor()))) {
    errors.push_back({"password", std::move(*problem)});
  }
  if (request.form().get("declaration") != "yes") {
    errors.push_back({"declaration", "Tick the declaration: without it the account cannot be created."});
  }
  return errors;
}

}  // namespace

web::Handler add_user_form() {
  return [](const web::Request& request) {
    const PersonFields nothing_yet;
    return show(request, {.typed = nothing_yet, .errors = {}}, 200);
  };
}

web::Handler add_user(db::Database& database, AccountListener* listener) {
  return [&database, listener](const web::Request& request) {
    const auto& form = request.form();
    const auto person =
        typed(form.get("first_name"), form.get("last_name"), form.get("email"), form.get("role"));
    const bool declared = form.get("declaration") == "yes";
    const auto again = [&](std::span<const base::FieldError> errors) {
      return show(request, {.typed = person, .errors = errors, .declared = declared}, 422);
    };
    if (const auto errors = problems(database, request, person); !errors.empty()) return again(errors);

    const NewAccount account{.person = person,
                             .password_hash = hash_password(form.get("password")),
                             .declaration_version = current_declaration().version};
    const auto added =
        database.write([&](db::Connection& c) { return add(c, request.actor(), account, listener); });
    if (!added && added.error().kind == base::Refusal::Kind::bad_input) return again(added.error().fields);
    const auto id = web::or_refuse(added);
    return web::Response::see_other(fmt::format("/users?added={}", std::to_underlying(id)));
  };
}

}  // namespace accounts::pages
