#include "features/sign_in/session_store.h"

#include <fmt/format.h>

#include "base/random.h"
#include "features/sign_in/throttle.h"

namespace sign_in {
namespace {

constexpr std::size_t handle_size = 16;

}  // namespace

std::optional<OpenSession> find(db::Connection& connection, std::string_view key) {
  // The clock is read within the same statement, so that a request costs one round trip.
  const auto rows = connection.exec(
      fmt::format(
          "SELECT s.csrf, s.created_at, s.last_seen_at, {}, a.id, a.centre_id, a.role, a.centre_admin, "
          "a.first_name, a.last_name, a.must_change_password, c.name, c.number FROM session s "
          "JOIN account a ON a.id = s.account_id LEFT JOIN centre c ON c.id = a.centre_id "
          "WHERE s.token_hash = ? AND c.closed_at IS NULL",
          connection.clock()),
      key);
  if (rows.empty()) return std::nullopt;
  const auto& row = rows.front();
  OpenSession session{
      .actor = {.account = row.id<access::AccountId>(4),
                .centre = access::CentreId{row.maybe_integer(5).value_or(0)},
                .role = access::stored_role(row.text(6)),
                .centre_admin = row.boolean(7),
                .name = row.text(8) + " " + row.text(9),
                .centre_name = row.maybe_text(11).value_or(""),
                .centre_number = row.maybe_text(12).value_or("")},
      .key = std::string(key),
      .csrf = row.text(0),
      .must_change_password = row.boolean(10),
      .span = {row.instant(1), row.instant(2)},
      .now = row.instant(3),
  };
  if (!session.span.open(session.now)) return std::nullopt;
  return session;
}

std::string open(db::Connection& connection, access::AccountId account, std::string_view browser,
                 base::Instant now) {
  auto token = base::random_token();
  connection.exec(
      "INSERT INTO session (token_hash, account_id, csrf, created_at, last_seen_at, browser) VALUES (?, ?, "
      "?, ?, ?, ?)",
      base::sha256_hex(token), account, base::random_token(), now, now, browser);
  return token;
}

void note_seen(db::Connection& connection, std::string_view key, base::Instant now) {
  connection.exec("UPDATE session SET last_seen_at = ? WHERE token_hash = ? AND last_seen_at < ?", now, key,
                  now);
}

std::vector<Listed> list(db::Connection& connection, const access::Actor& actor, std::string_view current_key,
                         base::Instant now) {
  std::vector<Listed> sessions;
  for (const auto& row : connection.exec(
           "SELECT token_hash, browser, created_at, last_seen_at FROM session WHERE account_id = ? "
           "ORDER BY last_seen_at DESC, token_hash",
           actor.account)) {
    const Span span{row.instant(2), row.instant(3)};
    if (!span.open(now)) continue;
    sessions.push_back({handle_of(row.text(0)), row.text(1), span, row.text(0) == current_key});
  }
  return sessions;
}

std::string handle_of(std::string_view key) {
  return std::string(key.substr(0, handle_size));
}

std::size_t end(db::Connection& connection, const access::Actor& actor, std::string_view key) {
  return connection
      .exec("DELETE FROM session WHERE account_id = ? AND token_hash = ? RETURNING account_id", actor.account,
            key)
      .size();
}

std::size_t end_by_handle(db::Connection& connection, const access::Actor& actor, std::string_view handle) {
  if (handle.size() != handle_size) return 0;
  return connection
      .exec("DELETE FROM session WHERE account_id = ? AND substr(token_hash, 1, 16) = ? RETURNING account_id",
            actor.account, handle)
      .size();
}

std::size_t end_others(db::Connection& connection, const access::Actor& actor, std::string_view kept_key) {
  return connection
      .exec("DELETE FROM session WHERE account_id = ? AND token_hash <> ? RETURNING account_id",
            actor.account, kept_key)
      .size();
}

std::size_t end_all(db::Connection& connection, access::AccountId account) {
  return connection.exec("DELETE FROM session WHERE account_id = ? RETURNING account_id", account).size();
}

std::size_t end_all(db::Connection& connection, access::CentreId centre) {
  return connection
      .exec(
          "DELETE FROM session WHERE account_id IN (SELECT id FROM account WHERE centre_id = ?) RETURNING "
          "account_id",
          centre)
      .size();
}

void forget_old_sessions(db::Connection& connection, base::Instant now) {
  connection.exec("DELETE FROM session WHERE last_seen_at <= ?", now - idle_limit);
}

// Whoever gave this account a new password has seen to it: what was guessed before holds nobody back from it.
void AccountSessionEnder::end_all(db::Connection& connection, access::AccountId account) {
  sign_in::end_all(connection, account);
  for (const auto& row : connection.exec("SELECT email_key FROM account WHERE id = ?", account)) {
    forget_guesses(connection, row.text(0));
  }
}

void ClosedCentres::closed(db::Connection& connection, access::CentreId centre) {
  sign_in::end_all(connection, centre);
}

}  // namespace sign_in
