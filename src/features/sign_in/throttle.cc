#include "features/sign_in/throttle.h"

#include "base/random.h"

namespace sign_in {

Admission count_guess(db::Connection& connection, std::string_view email_key, base::Instant now) {
  const auto fresh_before = now - guess_window;
  // A refused guess is counted but does not make the wait longer.
  const auto rows = connection.exec(
      "INSERT INTO sign_in_throttle (email_hash, guesses, last_guess_at) VALUES (?, 1, ?) "
      "ON CONFLICT (email_hash) DO UPDATE SET "
      "guesses = CASE WHEN sign_in_throttle.last_guess_at <= ? THEN 1 ELSE sign_in_throttle.guesses + 1 END, "
      "last_guess_at = CASE WHEN sign_in_throttle.last_guess_at > ? AND sign_in_throttle.guesses >= ? "
      "THEN sign_in_throttle.last_guess_at ELSE excluded.last_guess_at END "
      "RETURNING guesses, last_guess_at",
      base::sha256_hex(email_key), now, fresh_before, fresh_before, max_guesses);
  const auto guesses = rows.front().integer(0);
  const auto again_at = rows.front().instant(1) + guess_window;
  return {.admitted = guesses <= max_guesses,
          .first_refused = guesses == max_guesses + 1,
          .again_at = again_at,
          .wait = std::chrono::ceil<std::chrono::seconds>(again_at - now)};
}

void note_wrong_guess(db::Connection& connection, std::string_view email_key, base::Instant now) {
  connection.exec("UPDATE sign_in_throttle SET last_guess_at = ? WHERE email_hash = ? AND last_guess_at < ?",
                  now, base::sha256_hex(email_key), now);
}

void forget_guesses(db::Connection& connection, std::string_view email_key) {
  connection.exec("DELETE FROM sign_in_throttle WHERE email_hash = ?", base::sha256_hex(email_key));
}

void forget_old_guesses(db::Connection& connection, base::Instant now) {
  connection.exec("DELETE FROM sign_in_throttle WHERE last_guess_at <= ?", now - guess_window);
}

}  // namespace sign_in
