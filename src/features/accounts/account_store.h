// The account table's queries: every one within the actor's own centre, so that another centre's account is
// simply not there. Changes are recorded in the audit here, in the caller's transaction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "features/accounts/account.h"
#include "features/accounts/account_listener.h"
#include "features/accounts/session_ender.h"

namespace accounts {

enum class SortBy { name, email, role, last_signed_in };

struct ListQuery {
  std::string search{};  // each word of it in the names or the email, however accented; empty: all
  std::optional<access::Role> role{};
  bool centre_admins_only = false;
  SortBy sort = SortBy::name;
  bool descending = false;
  std::size_t offset = 0;
  std::size_t limit = 50;
};

struct ListPage {
  std::vector<Account> accounts;
  std::size_t total = 0;  // that match, on all pages
};

ListPage list(db::Connection&, const access::Actor&, const ListQuery&);
std::optional<Account> find(db::Connection&, const access::Actor&, access::AccountId);

// How an account came to be: who declared what when it was added.
struct Origin {
  base::Instant created_at;
  std::optional<int> declaration_version;  // nothing: made with the centre, or by the Hub
  std::string declared_by;                 // empty where that account is gone; the audit still knows

  bool operator==(const Origin&) const = default;
};
std::optional<Origin> origin(db::Connection&, const access::Actor&, access::AccountId);

struct NewAccount {
  PersonFields person;  // checked
  std::string password_hash;
  bool must_change_password = true;
  int declaration_version = 0;
};

// Who already has an email: an account of this centre (named to the actor), or somebody elsewhere (who and
// where is not told). Folded keys in, one answer each, in order.
struct EmailOwner {
  enum class Where { nobody, this_centre, elsewhere } where = Where::nobody;
  std::string name;  // of this centre's user
};
std::vector<EmailOwner> email_owners(db::Connection&, const access::Actor&,
                                     std::span<const std::string> email_keys);

// What to tell the actor about an email that is taken, as a whole sentence; empty for Where::nobody.
std::string email_taken(const EmailOwner&);

// The listener of these three, where there is one, hears which role each account got, in the same
// transaction.
//
// Refuses bad_input "email" when it is taken, bad_input "declaration" for a version that never was, forbidden
// when the actor may not give that role.
base::Result<access::AccountId> add(db::Connection&, const access::Actor&, const NewAccount&,
                                    AccountListener* = nullptr);

// All of them, or none: refuses (conflict, naming the first) when an email was taken meanwhile. One audit
// event each. Costs a few round trips however many there are.
base::Result<std::vector<access::AccountId>> add_many(db::Connection&, const access::Actor&,
                                                      std::span<const NewAccount>,
                                                      AccountListener* = nullptr);

struct Edit {
  PersonFields person;  // checked
  std::optional<std::string>
      password_hash;     // nothing: unchanged; else to be changed at the next sign-in, and its sessions end
  std::int64_t version;  // that the form was made from
};
// not_found, forbidden (email or role or person that the actor may not change), bad_input (email taken; own
// password, which is changed where the current one is asked for), conflict (stale version). A changed role or
// password ends the account's sessions.
base::Result<void> edit(db::Connection&, const access::Actor&, access::AccountId, const Edit&, SessionEnder&,
                        AccountListener* = nullptr);

// not_found, forbidden (also for the centre's last Centre Admin). Everything of the person goes, their
// sessions at once, and the listener hears of it; the audit keeps that it happened.
base::Result<void> remove(db::Connection&, const access::Actor&, access::AccountId,
                          DeletionListener* = nullptr);

// Every account of a centre, and by ON DELETE CASCADE everything of each person: sessions, settings,
// attempts, answers, results, passes, certificates. A new table of what people own needs that cascade, and an
// index for it. Who may, and when, is directory/erasure.h's to say; nobody else calls it.
void erase_centre(db::Connection&, access::CentreId);

}  // namespace accounts
