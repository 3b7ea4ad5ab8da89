#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "features/accounts/account_rows.h"
#include "features/accounts/account_store.h"
#include "features/accounts/declaration.h"
#include "features/audit/audit.h"

namespace accounts {
namespace {

#define EXAMS_INSERT_ACCOUNT                                                                              \
  "INSERT INTO account (centre_id, role, first_name, last_name, email, email_key, sort_key, search_key, " \
  "password_hash, must_change_password, declaration_version, declared_by, declared_at, created_at) "      \
  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

std::vector<db::Value> row_of(const access::Actor& actor, const NewAccount& account, base::Instant now) {
  const auto& p = account.person;
  return {actor.centre,
          access::code(access::centre_role_from(p.role).value()),
          p.first_name,
          p.last_name,
          p.email,
          email_key(p.email),
          sort_key(p.first_name, p.last_name),
          search_key(p.first_name, p.last_name, p.email),
          account.password_hash,
          account.must_change_password,
          account.declaration_version,
          actor.account,
          now,
          now};
}

audit::Event added(access::AccountId id, const NewAccount& account) {
  const auto& p = account.person;
  return {audit::action::account_added,
          {"account", std::to_underlying(id), p.first_name + " " + p.last_name},
          {{"Email", "", p.email},
           {"Role", "", std::string(access::code(access::centre_role_from(p.role).value()))},
           {"Declaration", "", fmt::format("version {}", account.declaration_version)}}};
}

base::Result<void> may_add(const access::Actor& actor, const NewAccount& account) {
  const auto may_give = access::roles_to_give(actor);
  const auto role = access::centre_role_from(account.person.role);
  if (!role || std::ranges::find(may_give, *role) == may_give.end()) {
    return base::refuse(base::Refusal::forbidden("You cannot add a user with this role."));
  }
  if (declaration(account.declaration_version) == nullptr) {
    return base::refuse(base::Refusal::bad_input("declaration", "Tick the declaration to add a user."));
  }
  return {};
}

void tell(AccountListener* listener, db::Connection& connection, const access::Actor& actor,
          std::span<const NewAccount> accounts, std::span<const access::AccountId> ids) {
  if (listener == nullptr) return;
  std::map<access::Role, std::vector<access::AccountId>> by_role;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    by_role[access::centre_role_from(accounts[i].person.role).value()].push_back(ids[i]);
  }
  for (const auto& [role, given] : by_role) listener->given_role(connection, actor, role, given);
}

base::Refusal taken_meanwhile(std::string_view email) {
  return base::Refusal::conflict(
      fmt::format("Nobody was added: {} was registered while this file was being checked. Upload the file "
                  "again to see which "
                  "rows are ready now.",
                  email));
}

// The email of the first account that cannot be added because its email is taken, or there twice.
std::optional<std::string> first_taken(db::Connection& connection, const access::Actor& actor,
                                       std::span<const NewAccount> accounts,
                                       std::span<const std::string> keys) {
  const auto owners = email_owners(connection, actor, keys);
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (owners[i].where != EmailOwner::Where::nobody || !seen.insert(keys[i]).second)
      return accounts[i].person.email;
  }
  return std::nullopt;
}

std::vector<access::AccountId> ids_of(db::Connection& connection, std::span<const std::string> keys) {
  std::unordered_map<std::string, access::AccountId> by_key;
  for (const auto& row : rows_with_emails(connection, keys))
    by_key.emplace(row.text(1), row.id<access::AccountId>(0));
  std::vector<access::AccountId> ids;
  ids.reserve(keys.size());
  for (const auto& key : keys) ids.push_back(by_key.at(key));
  return ids;
}

}  // namespace

base::Result<access::AccountId> add(db::Connection& connection, const access::Actor& actor,
                                    const NewAccount& account, AccountListener* listener) {
  if (auto allowed = may_add(actor, account); !allowed) return base::refuse(std::move(allowed.error()));
  const std::string key[] = {email_key(account.person.email)};
  const auto owner = email_owners(connection, actor, key).front();
  if (owner.where != EmailOwner::Where::nobody) {
    return base::refuse(base::Refusal::bad_input("email", email_taken(owner)));
  }
  const auto rows =
      connection.exec_values(EXAMS_INSERT_ACCOUNT " RETURNING id", row_of(actor, account, connection.now()));
  const auto id = rows.front().id<access::AccountId>(0);
  audit::record(connection, actor, added(id, account));
  tell(listener, connection, actor, {&account, 1}, {&id, 1});
  return id;
}

base::Result<std::vector<access::AccountId>> add_many(db::Connection& connection, const access::Actor& actor,
                                                      std::span<const NewAccount> accounts,
                                                      AccountListener* listener) {
  std::vector<std::string> keys;
  for (const auto& account : accounts) {
    if (auto allowed = may_add(actor, account); !allowed) return base::refuse(std::move(allowed.error()));
    keys.push_back(email_key(account.person.email));
  }
  if (const auto email = first_taken(connection, actor, accounts, keys))
    return base::refuse(taken_meanwhile(*email));

  std::vector<std::vector<db::Value>> rows;
  const auto now = connection.now();
  for (const auto& account : accounts) rows.push_back(row_of(actor, account, now));
  connection.exec_many(EXAMS_INSERT_ACCOUNT, rows);

  auto ids = ids_of(connection, keys);
  std::vector<audit::Event> events;
  for (std::size_t i = 0; i < ids.size(); ++i) events.push_back(added(ids[i], accounts[i]));
  audit::record_many(connection, actor, events);
  tell(listener, connection, actor, accounts, ids);
  return ids;
}

}  // namespace accounts
