#include "features/accounts/pages/user_form.h"

#include <fmt/format.h>

#include "features/accounts/declaration.h"
#include "features/accounts/pages/role_words.h"
#include "html/form_view.h"

namespace accounts::pages {
namespace {

std::string_view role_hint(access::Role role) {
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
  return "";
}

void show_roles(html::View& view, const access::Actor& actor, std::string_view chosen) {
  auto choice = view.add("ROLE_CHOICE");
  bool first = true;
  for (const auto role : access::roles_to_give(actor)) {
    auto option = choice.add("OPTION");
    option.set("VALUE", access::code(role)).set("LABEL", role_words(role)).set("HINT", role_hint(role));
    option.show_if("FIRST", first).show_if("CHECKED", access::centre_role_from(chosen) == role);
    first = false;
  }
}

// Why an email or a role stands there without a way to change it.
void show_fixed(html::View& view, const access::Actor& actor, const Account& account,
                std::string_view support_email) {
  const auto subject = account.subject();
  const bool own = actor.account == account.id;
  if (access::may_change_email(actor, subject)) {
    view.show("EMAIL_OPEN");
  } else {
    auto fixed = view.add("EMAIL_FIXED");
    if (own && actor.centre_admin) fixed.add("OWN_EMAIL").set("SUPPORT_EMAIL", support_email);
    if (!own || !actor.centre_admin) fixed.show("ADMINS_EMAIL");
  }
  if (!access::may_change_role(actor, subject)) {
    auto fixed = view.add("ROLE_FIXED");
    fixed.set("ROLE", account.centre_admin ? "Centre Admin (EO)" : role_words(account.role));
    fixed.show_if("ADMINS_ROLE", account.centre_admin).show_if("OWN_ROLE", !account.centre_admin);
  }
}

void show_difference(html::View& view, std::string_view section, std::string_view typed,
                     std::string_view saved) {
  if (typed != saved) view.add(section).set("VALUE", saved);
}

void show_conflict(html::View& view, const PersonFields& typed, const Account& saved) {
  view.add("CONFLICT").set("NAME", saved.full_name());
  show_difference(view, "FIRST_NAME_SAVED", typed.first_name, saved.first_name);
  show_difference(view, "LAST_NAME_SAVED", typed.last_name, saved.last_name);
  show_difference(view, "EMAIL_SAVED", typed.email, saved.email);
  if (access::centre_role_from(typed.role) != saved.role)
    view.add("ROLE_SAVED").set("VALUE", role_words(saved.role));
}

void show_declaration(html::View& view, bool ticked) {
  auto declaration = view.add("DECLARATION");
  declaration.show_if("TICKED", ticked);
  for (const auto statement : current_declaration().statements)
    declaration.add("STATEMENT").set("TEXT", statement);
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

void show_edit(html::View& view, const access::Actor& actor, const Account& account,
               std::string_view support_email) {
  view.set("ACTION", fmt::format("/users/{}/edit", std::to_underlying(account.id))).set("BUTTON", "Save");
  view.add("VERSION").set("NUMBER", account.version);
  show_fixed(view, actor, account, support_email);
  view.show_if("OWN_PASSWORD", actor.account == account.id);
  if (actor.account != account.id) view.add("PASSWORD").show("CHANGED_HINT");
}

}  // namespace

html::View user_form(const access::Actor& actor, const UserForm& form, std::string_view support_email) {
  html::View view{user_form_template};
  html::keep_value(view.root(), "first_name", form.typed.first_name);
  html::keep_value(view.root(), "last_name", form.typed.last_name);
  html::keep_value(view.root(), "email", form.typed.email);
  const bool role_is_open = form.saved == nullptr || access::may_change_role(actor, form.saved->subject());
  if (role_is_open) show_roles(view, actor, form.typed.role);
  if (form.saved != nullptr) {
    show_edit(view, actor, *form.saved, support_email);
  } else {
    view.set("ACTION", "/users/add").set("BUTTON", "Submit").show("EMAIL_OPEN");
    view.add("PASSWORD").show("REQUIRED").show("NEW_HINT");
    show_declaration(view, form.declared);
  }
  if (form.origin != nullptr) show_origin(view, *form.origin);
  if (form.conflict && form.saved != nullptr) show_conflict(view, form.typed, *form.saved);
  html::show_errors(view.root(), form.errors);
  return view;
}

std::vector<std::string> own_words(const PersonFields& person, const access::Actor& actor) {
  return {person.first_name, person.last_name, person.email, actor.centre_name};
}

}  // namespace accounts::pages
