#include "features/accounts/pages/user_fields.h"

#include <fmt/format.h>

#include "features/accounts/declaration.h"

namespace accounts::pages {
namespace {

using Kind = html::Field::Kind;

std::string role_hint(access::Role role) {
  switch (role) {
    case access::Role::exams_officer:
      return "Manages users, sees their progress and certificates, and the resources.";
    case access::Role::senior_leader:
      return "Sees the resources, and takes assessments for senior leaders.";
    case access::Role::invigilator:
      return "Sees only assessments. For everybody who purely invigilates.";
    case access::Role::hub_operator:
      break;
  }
  return {};
}

}  // namespace

html::Field name_field(std::string name, std::string label, std::string value) {
  return {.name = std::move(name),
          .label = std::move(label),
          .hint = "As it should read on a certificate.",
          .required = true,
          .most = 200,
          .value = std::move(value)};
}

html::Field email_field(std::string value) {
  return {.name = "email",
          .label = "Email",
          .kind = Kind::email,
          .hint = "Wherever possible their email address at the centre. It is what they sign in with.",
          .required = true,
          .most = 320,
          .value = std::move(value)};
}

html::Field role_field(const access::Actor& actor, std::string value) {
  html::Field field{
      .name = "role", .label = "Role", .kind = Kind::radio, .required = true, .value = std::move(value)};
  for (const auto role : access::roles_to_give(actor)) {
    field.choices.push_back({std::string(access::code(role)), role_words(role), role_hint(role)});
  }
  return field;
}

html::Field declaration_field(std::string label) {
  const auto& statements = current_declaration().statements;
  return {.name = "declaration",
          .label = std::move(label),
          .kind = Kind::tick,
          .required = true,
          .statements = {statements.begin(), statements.end()},
          .title = "Declaration"};
}

html::Field password_field(std::string hint) {
  return {.name = "password",
          .label = "Password",
          .kind = Kind::new_password,
          .hint = std::move(hint),
          .required = true,
          .most = 1024,
          .autocomplete = "new-password"};
}

PersonFields typed_in(const html::Form& form) {
  return typed(form.get_or_keep("first_name"), form.get_or_keep("last_name"), form.get_or_keep("email"),
               form.get_or_keep("role"));
}

std::vector<std::string> own_words(const PersonFields& person, const access::Actor& actor) {
  return {person.first_name, person.last_name, person.email, actor.centre_name};
}

std::string role_words(access::Role role, bool centre_admin) {
  return fmt::format("{} ({})", access::title(role, centre_admin), access::code(role));
}

}  // namespace accounts::pages
