#include <fmt/format.h>

#include <limits>

#include "features/accounts/account_store.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/pages/user_form.h"
#include "features/accounts/password.h"
#include "html/page.h"
#include "web/dispatcher.h"

namespace accounts::pages {
namespace {

using Kind = base::Refusal::Kind;

web::Response show(const web::Request& request, const UserForm& form, int status,
                   const std::string& support_email) {
  return html::page(request,
                    {.title = "Edit " + form.saved->full_name(),
                     .menu = "/users",
                     .status = status,
                     .width = "narrow",
                     .back_href = "/users",
                     .back_label = "User Management"},
                    user_form(request.actor(), form, support_email));
}

Account load(db::Database& database, const web::Request& request) {
  const access::AccountId id{request.path_id("id")};
  auto account = database.read([&](db::Connection& c) { return find(c, request.actor(), id); });
  if (!account) throw web::Refused{base::Refusal::not_found()};
  if (!access::may_edit(request.actor(), account->subject())) {
    throw web::Refused{base::Refusal::forbidden("Only a Centre Admin can change this account.")};
  }
  return std::move(*account);
}

PersonFields as_saved(const Account& account) {
  return {account.first_name, account.last_name, account.email, std::string(access::code(account.role))};
}

// A field that the form does not have stays as it is.
PersonFields typed_over(const Account& account, const web::Fields& fields) {
  auto person = as_saved(account);
  const auto take = [&](std::string& value, std::string_view name) {
    if (fields.has(name)) value = std::string(fields.get(name));
  };
  take(person.first_name, "first_name");
  take(person.last_name, "last_name");
  take(person.email, "email");
  take(person.role, "role");
  return typed(person.first_name, person.last_name, person.email, person.role);
}

std::vector<base::FieldError> problems(const access::Actor& actor, const PersonFields& person,
                                       std::string_view password) {
  auto errors = check(person, access::roles_to_give(actor));
  if (password.empty()) return errors;
  if (auto problem = password_problem(password, own_words(person, actor))) {
    errors.push_back({"password", std::move(*problem)});
  }
  return errors;
}

}  // namespace

web::Handler edit_user_form(db::Database& database, std::string support_email) {
  return [&database, support_email = std::move(support_email)](const web::Request& request) {
    const auto account = load(database, request);
    const auto known =
        database.read([&](db::Connection& c) { return origin(c, request.actor(), account.id); });
    const auto saved = as_saved(account);
    return show(request,
                {.typed = saved, .errors = {}, .saved = &account, .origin = known ? &*known : nullptr}, 200,
                support_email);
  };
}

web::Handler edit_user(db::Database& database, SessionEnder& sessions, std::string support_email,
                       AccountListener* listener) {
  return [&database, &sessions, listener,
          support_email = std::move(support_email)](const web::Request& request) {
    auto account = load(database, request);
    const auto& fields = request.form().fields;
    const auto person = typed_over(account, fields);
    const auto conflict = [&] {
      return show(request, {.typed = person, .errors = {}, .saved = &account, .conflict = true}, 409,
                  support_email);
    };
    const auto again = [&](std::span<const base::FieldError> errors) {
      return show(request, {.typed = person, .errors = errors, .saved = &account}, 422, support_email);
    };
    const auto version = fields.number("version", 0, std::numeric_limits<long>::max());
    if (version != account.version) return conflict();
    const auto password = fields.get("password");
    if (const auto errors = problems(request.actor(), person, password); !errors.empty())
      return again(errors);

    const Edit change{
        .person = person,
        .password_hash = password.empty() ? std::nullopt : std::optional(hash_password(password)),
        .version = version};
    const auto edited = database.write(
        [&](db::Connection& c) { return edit(c, request.actor(), account.id, change, sessions, listener); });
    if (!edited && edited.error().kind == Kind::bad_input) return again(edited.error().fields);
    if (!edited && edited.error().kind == Kind::conflict) {
      account = load(database, request);
      return conflict();
    }
    web::or_refuse(edited);
    return web::Response::see_other(fmt::format("/users?saved={}", std::to_underlying(account.id)));
  };
}

}  // namespace accounts::pages
