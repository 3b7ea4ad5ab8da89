#include <fmt/format.h>

#include "features/accounts/account_store.h"
#include "features/accounts/declaration.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/pages/user_fields.h"
#include "features/accounts/password.h"

namespace accounts::pages {
namespace {

// Told together with the other problems; the store tells it again for an email that is taken meanwhile.
void note_taken_email(db::Database& database, const access::Actor& actor, const PersonFields& person,
                      std::vector<base::FieldError>& errors) {
  if (std::ranges::find(errors, "email", &base::FieldError::field) != errors.end()) return;
  const std::string key[] = {email_key(person.email)};
  const auto owners = database.read([&](db::Connection& c) { return email_owners(c, actor, key); });
  if (auto taken = email_taken(owners.front()); !taken.empty()) errors.push_back({"email", std::move(taken)});
}

std::vector<base::FieldError> problems(db::Database& database, const access::Actor& actor,
                                       const html::Form& form) {
  const auto person = typed_in(form);
  auto errors = check(person, access::roles_to_give(actor));
  note_taken_email(database, actor, person, errors);
  if (auto problem = password_problem(form.get("password"), own_words(person, actor))) {
    errors.push_back({"password", std::move(*problem)});
  }
  if (!form.ticked("declaration")) {
    errors.push_back({"declaration", "Tick the declaration: without it the account cannot be created."});
  }
  return errors;
}

}  // namespace

web::Response UserPages::add(const web::Request& request) {
  const auto& actor = request.actor();
  html::Form form(
      request,
      {name_field("first_name", "First name"), name_field("last_name", "Last name"), email_field(),
       role_field(actor),
       password_field("At least 12 characters; four words that have nothing to do with each other are "
                      "good. They choose their own when they first sign in."),
       declaration_field("I declare all of this.")});
  if (form.sent() && form.check(problems(database_, actor, form))) {
    const NewAccount account{.person = typed_in(form),
                             .password_hash = hash_password(form.get("password")),
                             .declaration_version = current_declaration().version};
    const auto added = database_.write(accounts::add, actor, account, roles_);
    if (form.took(added)) {
      return web::Response::see_other(fmt::format("/users?added={}", std::to_underlying(*added)));
    }
  }
  return form.page({.title = "Add a user",
                    .menu = "/users",
                    .width = "narrow",
                    .back_href = "/users",
                    .back_label = "User Management"},
                   {.button = "Submit", .cancel = "/users"});
}

}  // namespace accounts::pages
