#include <algorithm>

#include "features/accounts/account_store.h"
#include "features/audit/audit.h"

namespace accounts {
namespace {

base::Refusal someone_else_changed_it() {
  return base::Refusal::conflict("Someone else changed this user while you had the form open.");
}

audit::Subject subject_of(const Account& account) {
  return {"account", std::to_underlying(account.id), account.full_name()};
}

std::vector<audit::Detail> changes(const Account& before, const PersonFields& after, access::Role role) {
  std::vector<audit::Detail> details;
  const auto compare = [&](const char* name, std::string_view old_value, std::string_view new_value) {
    if (old_value != new_value) details.push_back({name, std::string(old_value), std::string(new_value)});
  };
  compare("First name", before.first_name, after.first_name);
  compare("Last name", before.last_name, after.last_name);
  compare("Email", before.email, after.email);
  compare("Role", access::code(before.role), access::code(role));
  return details;
}

base::Result<void> may_make(const access::Actor& actor, const Account& account, const Edit& edit,
                            access::Role role) {
  const auto subject = account.subject();
  if (edit.person.email != account.email && !access::may_change_email(actor, subject)) {
    return base::refuse(base::Refusal::forbidden(actor.account == account.id
                                                     ? "You cannot change your own email address."
                                                     : "Only a Centre Admin can change an email address."));
  }
  const auto may_give = access::roles_to_give(actor);
  if (role != account.role &&
      (!access::may_change_role(actor, subject) || std::ranges::find(may_give, role) == may_give.end())) {
    return base::refuse(base::Refusal::forbidden("You cannot change the role of this account."));
  }
  if (edit.password_hash && actor.account == account.id) {
    return base::refuse(base::Refusal::bad_input(
        "password", "Change your own password on the Password page, where your current one is asked for."));
  }
  return {};
}

base::Result<void> email_is_free(db::Connection& connection, const access::Actor& actor,
                                 const Account& account, std::string_view email) {
  const std::string key[] = {email_key(email)};
  if (key[0] == email_key(account.email)) return {};
  const auto owner = email_owners(connection, actor, key).front();
  if (owner.where == EmailOwner::Where::nobody) return {};
  return base::refuse(base::Refusal::bad_input("email", email_taken(owner)));
}

// False where somebody else's change came first.
bool update(db::Connection& connection, const access::Actor& actor, const Account& account, const Edit& edit,
            access::Role role) {
  const auto& p = edit.person;
  const auto rows = connection.exec(
      "UPDATE account SET first_name = ?, last_name = ?, email = ?, email_key = ?, sort_key = ?, search_key "
      "= ?, "
      "role = ?, password_hash = COALESCE(CAST(? AS TEXT), password_hash), "
      "must_change_password = CASE WHEN CAST(? AS INTEGER) = 1 THEN 1 ELSE must_change_password END, "
      "version = version + 1 WHERE id = ? AND centre_id = ? AND version = ? RETURNING id",
      p.first_name, p.last_name, p.email, email_key(p.email), sort_key(p.first_name, p.last_name),
      search_key(p.first_name, p.last_name, p.email), access::code(role), edit.password_hash,
      edit.password_hash.has_value(), account.id, actor.centre, edit.version);
  return !rows.empty();
}

// Two Centre Admins who delete each other at the same moment: the second is refused here.
bool last_centre_admin(db::Connection& connection, const access::Actor& actor, const Account& account) {
  if (!account.centre_admin) return false;
  return connection
      .exec(
          "SELECT id FROM account WHERE centre_id = ? AND role = 'EO' AND centre_admin = 1 AND id <> ? LIMIT "
          "1",
          actor.centre, account.id)
      .empty();
}

}  // namespace

base::Result<void> edit(db::Connection& connection, const access::Actor& actor, access::AccountId id,
                        const Edit& edit, SessionEnder& sessions, AccountListener* listener) {
  const auto account = find(connection, actor, id);
  if (!account) return base::refuse(base::Refusal::not_found());
  if (!access::may_edit(actor, account->subject())) {
    return base::refuse(base::Refusal::forbidden("Only a Centre Admin can change this account."));
  }
  if (account->version != edit.version) return base::refuse(someone_else_changed_it());
  const auto role = access::centre_role_from(edit.person.role).value_or(account->role);
  if (auto allowed = may_make(actor, *account, edit, role); !allowed) return allowed;
  if (auto free = email_is_free(connection, actor, *account, edit.person.email); !free) return free;

  auto details = changes(*account, edit.person, role);
  if (details.empty() && !edit.password_hash) return {};
  if (!update(connection, actor, *account, edit, role)) return base::refuse(someone_else_changed_it());
  if (!details.empty()) {
    audit::record(connection, actor,
                  {audit::action::account_edited, subject_of(*account), std::move(details)});
  }
  if (edit.password_hash) {
    audit::record(connection, actor, {audit::action::account_password_set, subject_of(*account)});
  }
  if (edit.password_hash || role != account->role) sessions.end_all(connection, id);
  if (listener != nullptr && role != account->role) listener->given_role(connection, actor, role, {&id, 1});
  return {};
}

base::Result<void> remove(db::Connection& connection, const access::Actor& actor, access::AccountId id,
                          DeletionListener* listener) {
  const auto account = find(connection, actor, id);
  if (!account) return base::refuse(base::Refusal::not_found());
  if (!access::may_delete(actor, account->subject())) {
    return base::refuse(base::Refusal::forbidden(actor.account == id
                                                     ? "You cannot delete your own account."
                                                     : "Only a Centre Admin can delete a user."));
  }
  if (last_centre_admin(connection, actor, *account)) {
    return base::refuse(
        base::Refusal::forbidden("This is the centre's last Centre Admin, who cannot be deleted."));
  }
  connection.exec("DELETE FROM account WHERE id = ? AND centre_id = ?", id, actor.centre);
  if (listener != nullptr) listener->deleted(connection, actor, *account);
  audit::record(connection, actor,
                {audit::action::account_deleted,
                 {"account", std::to_underlying(id), account->full_name()},
                 {{"Email", account->email, ""}, {"Role", std::string(access::code(account->role)), ""}}});
  return {};
}

void erase_centre(db::Connection& connection, access::CentreId centre) {
  connection.exec("DELETE FROM account WHERE centre_id = ?", centre);
}

}  // namespace accounts
