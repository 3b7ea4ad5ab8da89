// What the store's tests share: the cast on both databases, and its methods within transactions of their own.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "features/accounts/account_store.h"
#include "features/accounts/declaration.h"
#include "features/audit/actions.h"
#include "support/cast.h"
#include "support/test_database.h"

namespace accounts {

class RememberedEnds : public SessionEnder {
 public:
  void end_all(db::Connection&, access::AccountId id) override { ended.push_back(id); }
  std::vector<access::AccountId> ended;
};

inline NewAccount new_account(std::string_view first, std::string_view last, std::string_view email,
                              std::string_view role = "INV") {
  return {.person = typed(first, last, email, role),
          .password_hash = "hash of " + std::string(email),
          .declaration_version = current_declaration().version};
}

inline Edit edit_of(const Account& account) {
  return {.person = {account.first_name, account.last_name, account.email,
                     std::string(access::code(account.role))},
          .password_hash = std::nullopt,
          .version = account.version};
}

class OnAccounts : public test::OnBothDatabases {
 public:
  base::Result<access::AccountId> add_as(const access::Actor& actor, const NewAccount& account) {
    return database().write([&](db::Connection& c) { return add(c, actor, account); });
  }
  access::AccountId added(const access::Actor& actor, const NewAccount& account) {
    return add_as(actor, account).value();
  }
  base::Result<std::vector<access::AccountId>> add_many_as(const access::Actor& actor,
                                                           const std::vector<NewAccount>& accounts) {
    return database().write([&](db::Connection& c) { return add_many(c, actor, accounts); });
  }
  base::Result<void> edit_as(const access::Actor& actor, access::AccountId id, const Edit& change) {
    return database().write([&](db::Connection& c) { return edit(c, actor, id, change, sessions); });
  }
  base::Result<void> remove_as(const access::Actor& actor, access::AccountId id) {
    return database().write([&](db::Connection& c) { return remove(c, actor, id); });
  }
  std::optional<Account> found(const access::Actor& actor, access::AccountId id) {
    return database().read([&](db::Connection& c) { return find(c, actor, id); });
  }
  ListPage listed(const access::Actor& actor, const ListQuery& query = {}) {
    return database().read([&](db::Connection& c) { return list(c, actor, query); });
  }
  std::vector<std::string> names(const access::Actor& actor, const ListQuery& query = {}) {
    std::vector<std::string> all;
    for (const auto& account : listed(actor, query).accounts) all.push_back(account.full_name());
    return all;
  }
  db::Rows rows(std::string_view sql) {
    return database().read([&](db::Connection& c) { return c.exec(sql); });
  }
  void change(std::string_view sql) {
    database().write([&](db::Connection& c) { c.exec(sql); });
  }
  // The details of the audit's latest event of this action, as its JSON; empty where there is none.
  std::string latest_audit(const audit::Action& action) {
    const auto found = database().read([&](db::Connection& c) {
      return c.exec("SELECT details FROM audit_event WHERE action = ? ORDER BY id DESC LIMIT 1", action.code);
    });
    return found.empty() ? "" : found.front().text(0);
  }

  test::Cast cast = test::make_cast(database());
  const access::Actor& admin = cast.here.admin;
  const access::Actor& officer = cast.here.officer;
  RememberedEnds sessions;
};

}  // namespace accounts
