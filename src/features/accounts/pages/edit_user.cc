#include <fmt/format.h>

#include "features/accounts/account_store.h"
#include "features/accounts/declaration.h"
#include "features/accounts/pages/pages.h"
#include "features/accounts/pages/user_fields.h"
#include "features/accounts/password.h"

namespace accounts::pages {
namespace {

struct Found {
  Account account;
  std::optional<Origin> origin;
};

Found load(db::Connection& connection, const web::Request& request) {
  const access::AccountId id{request.path_id("id")};
  auto account = web::found(find(connection, request.actor(), id));
  if (!access::may_edit(request.actor(), account.subject())) {
    throw web::Refused{base::Refusal::forbidden("Only a Centre Admin can change this account.")};
  }
  return {std::move(account), origin(connection, request.actor(), id)};
}

html::Field email_of(const access::Actor& actor, const Account& account, const std::string& support_email) {
  auto field = email_field(account.email);
  if (access::may_change_email(actor, account.subject())) return field;
  field.required = false;
  field.read_only = true;
  field.hint = "Only a Centre Admin can change an email address.";
  if (actor.account == account.id && actor.centre_admin) {
    field.hint = fmt::format(
        "You cannot change your own email address. For any Centre Admin changes email [{0}](mailto:{0}).",
        support_email);
  }
  return field;
}

html::Field role_of(const access::Actor& actor, const Account& account) {
  if (access::may_change_role(actor, account.subject())) {
    return role_field(actor, std::string(access::code(account.role)));
  }
  return {.name = "role",
          .label = "Role",
          .kind = html::Field::Kind::fixed,
          .hint = account.centre_admin ? "Who is Centre Admin is changed by the Hub, not here."
                                       : "You cannot change your own role.",
          .value = role_words(account.role, account.centre_admin)};
}

// Where your own password is changed, the current one is asked for.
html::Field password_of(const access::Actor& actor, const Account& account) {
  if (actor.account == account.id) {
    return {
        .name = "own_password",
        .label = "Password",
        .kind = html::Field::Kind::fixed,
        .hint =
            "Your own password is changed on the [Password page](/account/password), where your current one "
            "is asked for."};
  }
  auto field = password_field(
      "Leave it empty to keep their password. A new one signs them out everywhere, and they choose their own "
      "at the "
      "next sign-in. At least 12 characters.");
  field.label = "New password";
  field.required = false;
  return field;
}

std::vector<base::FieldError> problems(const access::Actor& actor, const Account& account,
                                       const PersonFields& person, std::string_view password) {
  auto errors = check(person, access::roles_to_give(actor));
  // An address that would not be taken today is the Centre Admin's to change: it keeps nobody from the rest.
  if (person.email == account.email)
    std::erase_if(errors, [](const base::FieldError& error) { return error.field == "email"; });
  if (password.empty()) return errors;
  if (auto problem = password_problem(password, own_words(person, actor))) {
    errors.push_back({"password", std::move(*problem)});
  }
  return errors;
}

void show_origin(html::View& view, const Origin& origin) {
  auto facts = view.add("ORIGIN");
  facts.set("CREATED", base::british_date_time(origin.created_at));
  if (!origin.declared_by.empty()) facts.add("BY").set("NAME", origin.declared_by);
  const auto* declared = origin.declaration_version ? declaration(*origin.declaration_version) : nullptr;
  if (declared == nullptr) return;
  auto part = facts.add("DECLARED");
  part.set("NUMBER", declared->version);
  for (const auto statement : declared->statements) part.add("STATEMENT").set("TEXT", statement);
}

}  // namespace

web::Response UserPages::edit(const web::Request& request) {
  const auto& actor = request.actor();
  const auto found = database_.read(load, request);
  const auto& account = found.account;
  html::Form form(request, {name_field("first_name", "First name", account.first_name),
                            name_field("last_name", "Last name", account.last_name),
                            email_of(actor, account, settings_.support_email), role_of(actor, account),
                            password_of(actor, account), html::version_field(account.version)});
  form.changed_by_others(
      fmt::format("Someone else changed {} while you had this form open.", account.full_name()));
  if (form.ready()) {
    const auto& sent = request.form();
    auto person = typed_in(form);
    person.role = sent.fields.has("role") ? sent.get("role") : access::code(account.role);
    const auto password = sent.get("password");
    if (form.check(problems(actor, account, person, password))) {
      const Edit change{
          .person = person,
          .password_hash = password.empty() ? std::nullopt : std::optional(hash_password(password)),
          .version = account.version};
      const auto edited = database_.write(accounts::edit, actor, account.id, change, sessions_, roles_);
      if (form.took(edited)) {
        return web::Response::see_other(fmt::format("/users?saved={}", std::to_underlying(account.id)));
      }
    }
  }
  html::View view("features/accounts/pages/edit_user.html");
  if (found.origin) show_origin(view, *found.origin);
  return form.page({.title = "Edit " + account.full_name(),
                    .menu = "/users",
                    .width = "narrow",
                    .back_href = "/users",
                    .back_label = "User Management"},
                   {.button = "Save", .cancel = "/users"}, std::move(view));
}

}  // namespace accounts::pages
