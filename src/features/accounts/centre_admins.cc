#include "features/accounts/centre_admins.h"

#include "access/rules.h"
#include "features/accounts/account_rows.h"
#include "features/audit/audit.h"

namespace accounts {
namespace {

bool centre_is_there(db::Connection& connection, const access::Actor& actor, access::CentreId centre) {
  return access::runs_hub(actor) && !connection.exec("SELECT id FROM centre WHERE id = ?", centre).empty();
}

audit::Subject subject_of(const Account& account) {
  return {"account", std::to_underlying(account.id), account.full_name()};
}

std::optional<base::Refusal> taken(db::Connection& connection, access::CentreId centre,
                                   const std::string& email) {
  const std::string key[] = {email_key(email)};
  const auto rows = rows_with_emails(connection, key);
  if (rows.empty()) return std::nullopt;
  const bool here = rows.front().maybe_integer(2) == std::to_underlying(centre);
  return base::Refusal::bad_input(
      "email",
      here ? "Somebody of this centre already signs in with this email. If they are an exams officer, "
             "appoint them as they are."
           : "This email is already registered with the Hub. Use another email for this person.");
}

base::Refusal no_exams_officer() {
  return base::Refusal::bad_input(
      "email",
      "No exams officer of this centre signs in with this email. Check the email, or add "
      "them as somebody new.");
}

base::Refusal changed_meanwhile() {
  return base::Refusal::conflict(
      "Somebody else changed this Centre Admin meanwhile. Open the page again to see how it is now.");
}

std::vector<audit::Detail> changes(const Account& before, const CentreAdminEdit& edit) {
  std::vector<audit::Detail> details;
  if (edit.email != before.email) details.push_back({"Email", before.email, edit.email});
  if (edit.password_hash) details.push_back({"Password", "", "a new one, to be changed at the next sign-in"});
  return details;
}

}  // namespace

std::vector<Account> centre_admins(db::Connection& connection, const access::Actor& actor,
                                   access::CentreId centre) {
  std::vector<Account> admins;
  if (!access::runs_hub(actor)) return admins;
  for (const auto& row : connection.exec(
           "SELECT " EXAMS_ACCOUNT_COLUMNS
           " FROM account WHERE centre_id = ? AND role = 'EO' AND centre_admin = 1 ORDER BY sort_key, id",
           centre)) {
    admins.push_back(account_from(row));
  }
  return admins;
}

std::optional<Account> find_centre_admin(db::Connection& connection, const access::Actor& actor,
                                         access::CentreId centre, access::AccountId id) {
  for (auto& admin : centre_admins(connection, actor, centre)) {
    if (admin.id == id) return std::move(admin);
  }
  return std::nullopt;
}

base::Result<access::AccountId> appoint(db::Connection& connection, const access::Actor& actor,
                                        access::CentreId centre, std::string_view email) {
  if (!centre_is_there(connection, actor, centre)) return base::refuse(base::Refusal::not_found());
  const auto rows = connection.exec("SELECT " EXAMS_ACCOUNT_COLUMNS
                                    " FROM account WHERE email_key = ? AND centre_id = ? AND role = 'EO'",
                                    email_key(email), centre);
  if (rows.empty()) return base::refuse(no_exams_officer());
  const auto account = account_from(rows.front());
  if (account.centre_admin) return account.id;
  connection.exec("UPDATE account SET centre_admin = 1, version = version + 1 WHERE id = ?", account.id);
  audit::record_in_centre(
      connection, centre, actor,
      {audit::action::centre_admin_appointed, subject_of(account), {{"Email", "", account.email}}});
  return account.id;
}

base::Result<access::AccountId> add_centre_admin(db::Connection& connection, const access::Actor& actor,
                                                 access::CentreId centre, const NewCentreAdmin& admin) {
  if (!centre_is_there(connection, actor, centre)) return base::refuse(base::Refusal::not_found());
  const auto& p = admin.person;
  if (auto refusal = taken(connection, centre, p.email)) return base::refuse(std::move(*refusal));
  const auto id = connection
                      .exec(
                          "INSERT INTO account (centre_id, role, centre_admin, first_name, last_name, email, "
                          "email_key, sort_key, search_key, password_hash, must_change_password, created_at) "
                          "VALUES (?, 'EO', 1, ?, ?, ?, ?, ?, ?, ?, 1, ?) RETURNING id",
                          centre, p.first_name, p.last_name, p.email, email_key(p.email),
                          sort_key(p.first_name, p.last_name), search_key(p.first_name, p.last_name, p.email),
                          admin.password_hash, connection.now())
                      .at(0)
                      .id<access::AccountId>(0);
  audit::record_in_centre(connection, centre, actor,
                          {audit::action::account_added,
                           {"account", std::to_underlying(id), p.first_name + " " + p.last_name},
                           {{"Email", "", p.email}, {"Role", "", "Centre Admin"}}});
  return id;
}

base::Result<void> edit_centre_admin(db::Connection& connection, const access::Actor& actor,
                                     access::CentreId centre, access::AccountId id,
                                     const CentreAdminEdit& edit, SessionEnder& sessions) {
  const auto account = find_centre_admin(connection, actor, centre, id);
  if (!account) return base::refuse(base::Refusal::not_found());
  if (account->version != edit.version) return base::refuse(changed_meanwhile());
  auto details = changes(*account, edit);
  if (details.empty()) return {};
  if (email_key(edit.email) != email_key(account->email)) {
    if (auto refusal = taken(connection, centre, edit.email)) return base::refuse(std::move(*refusal));
  }
  const auto changed = connection.exec(
      "UPDATE account SET email = ?, email_key = ?, search_key = ?, "
      "password_hash = COALESCE(CAST(? AS TEXT), password_hash), "
      "must_change_password = CASE WHEN CAST(? AS INTEGER) = 1 THEN 1 ELSE must_change_password END, "
      "version = version + 1 WHERE id = ? AND version = ? RETURNING id",
      edit.email, email_key(edit.email), search_key(account->first_name, account->last_name, edit.email),
      edit.password_hash, edit.password_hash.has_value(), id, edit.version);
  if (changed.empty()) return base::refuse(changed_meanwhile());
  audit::record_in_centre(connection, centre, actor,
                          {audit::action::centre_admin_changed, subject_of(*account), std::move(details)});
  sessions.end_all(connection, id);
  return {};
}

base::Result<void> withdraw_centre_admin(db::Connection& connection, const access::Actor& actor,
                                         access::CentreId centre, access::AccountId id,
                                         SessionEnder& sessions) {
  const auto admins = centre_admins(connection, actor, centre);
  const auto account = std::ranges::find(admins, id, &Account::id);
  if (account == admins.end()) return base::refuse(base::Refusal::not_found());
  if (admins.size() == 1) {
    return base::refuse(base::Refusal::conflict(
        "This is the centre's only Centre Admin. Appoint another one first: a centre is never without."));
  }
  connection.exec("UPDATE account SET centre_admin = 0, version = version + 1 WHERE id = ?", id);
  audit::record_in_centre(
      connection, centre, actor,
      {audit::action::centre_admin_withdrawn, subject_of(*account), {{"Email", "", account->email}}});
  sessions.end_all(connection, id);
  return {};
}

}  // namespace accounts
