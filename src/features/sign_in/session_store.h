// The session table's queries. A session is known by the SHA-256 of its token: the token is in the person's
// cookie and nowhere else. Whoever changes a password or role, or deletes an account, ends its sessions in
// the same transaction.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"
#include "features/accounts/session_ender.h"
#include "features/centres/directory.h"
#include "features/sign_in/session.h"

namespace sign_in {

struct OpenSession {
  access::Actor actor;
  std::string key;
  std::string csrf;
  bool must_change_password = false;
  Span span;
  base::Instant now;  // by the database's clock, when it was found
};

// In one query, with the account and centre as they are now. Nothing for one that is unknown, ended, past its
// time, or of a closed centre.
std::optional<OpenSession> find(db::Connection&, std::string_view key);

// Opens a session for an account and returns its token.
std::string open(db::Connection&, access::AccountId, std::string_view browser, base::Instant now);

void note_seen(db::Connection&, std::string_view key, base::Instant now);

// What its owner sees of a session. `handle` names it in an address without being the key.
struct Listed {
  std::string handle;
  std::string browser;
  Span span;
  bool this_one = false;
};
std::vector<Listed> list(db::Connection&, const access::Actor&, std::string_view current_key,
                         base::Instant now);
std::string handle_of(std::string_view key);

// The actor's own only. Each returns how many were ended.
std::size_t end(db::Connection&, const access::Actor&, std::string_view key);
std::size_t end_by_handle(db::Connection&, const access::Actor&, std::string_view handle);
std::size_t end_others(db::Connection&, const access::Actor&, std::string_view kept_key);
std::size_t end_all(db::Connection&, access::AccountId);
std::size_t end_all(db::Connection&, access::CentreId);  // of everybody of the centre

void forget_old_sessions(db::Connection&, base::Instant now);

// Ends sessions for accounts and centres, which do not know what a session is. With an account's the lock
// after wrong passwords goes too.
class AccountSessionEnder : public accounts::SessionEnder {
 public:
  void end_all(db::Connection&, access::AccountId) override;
};

class ClosedCentres : public centres::ClosingListener {
 public:
  void closed(db::Connection&, access::CentreId) override;
};

}  // namespace sign_in
