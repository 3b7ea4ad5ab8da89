#include "features/sign_in/sign_in.h"

#include "base/text.h"
#include "features/audit/audit.h"
#include "features/sign_in/checked_guess.h"
#include "features/sign_in/session_store.h"
#include "features/sign_in/throttle.h"

namespace sign_in {
namespace {

base::Refusal wrong() {
  return base::Refusal::bad_input("", "The email or the password is not right. Check both and try again.");
}

base::Refusal centre_closed() {
  return base::Refusal::bad_input("", "Your centre's use of the Hub has ended, so you cannot sign in.");
}

void open_for(db::Connection& connection, const Credentials& person, const Browser& browser,
              base::Instant now, std::string& token) {
  if (!browser.replaced_key.empty()) {
    connection.exec("DELETE FROM session WHERE token_hash = ?", browser.replaced_key);
  }
  forget_guesses(connection, person.email_key);
  token = open(connection, person.actor.account, browser.name, now);
  audit::record(connection, person.actor,
                {audit::action::signed_in,
                 {"account", std::to_underlying(person.actor.account), person.actor.name},
                 {{"Browser", "", browser.name}}});
}

void forget_old(db::Database& database) {
  database.write([](db::Connection& c) {
    const auto now = c.now();
    forget_old_sessions(c, now);
    forget_old_guesses(c, now);
  });
}

}  // namespace

base::Result<Opened> sign_in(db::Database& database, std::string_view email, std::string_view password,
                             const Browser& browser) {
  auto guessed = check_guess(database, base::trimmed(email), password);
  if (!guessed) return base::refuse(std::move(guessed.error()));
  if (!*guessed) return base::refuse(wrong());
  const auto& person = **guessed;
  if (person.centre_closed) return base::refuse(centre_closed());
  auto opened = database.write([&](db::Connection& c) -> base::Result<Opened> {
    const auto now = c.now();
    // The password may have been reset, or the account deleted, while its hash was being checked.
    if (!note_sign_in(c, person, now)) return base::refuse(wrong());
    Opened result{{}, person.actor, person.must_change_password};
    open_for(c, person, browser, now, result.token);
    return result;
  });
  if (opened) forget_old(database);
  return opened;
}

}  // namespace sign_in
