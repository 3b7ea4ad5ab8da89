#include "features/sign_in/credential_store.h"

#include <fmt/format.h>

namespace sign_in {
namespace {

std::string find_sql(std::string_view condition) {
  return fmt::format(
      "SELECT a.id, a.centre_id, a.role, a.centre_admin, a.first_name, a.last_name, a.email, a.email_key, "
      "a.password_hash, a.must_change_password, c.name, c.number, c.closed_at "
      "FROM account a LEFT JOIN centre c ON c.id = a.centre_id WHERE {}",
      condition);
}

std::optional<Credentials> first(const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto& row = rows.front();
  return Credentials{
      .actor = {.account = row.id<access::AccountId>(0),
                .centre = access::CentreId{row.maybe_integer(1).value_or(0)},
                .role = access::stored_role(row.text(2)),
                .centre_admin = row.boolean(3),
                .name = row.text(4) + " " + row.text(5),
                .centre_name = row.maybe_text(10).value_or(""),
                .centre_number = row.maybe_text(11).value_or("")},
      .first_name = row.text(4),
      .last_name = row.text(5),
      .email = row.text(6),
      .email_key = row.text(7),
      .password_hash = row.text(8),
      .must_change_password = row.boolean(9),
      .centre_closed = !row.is_null(12),
  };
}

}  // namespace

std::vector<std::string> Credentials::own_words() const {
  std::vector<std::string> words{first_name, last_name, email};
  if (!actor.centre_name.empty()) words.insert(words.end(), {actor.centre_name, actor.centre_number});
  return words;
}

std::optional<Credentials> find_by_email(db::Connection& connection, std::string_view email_key) {
  static const auto sql = find_sql("a.email_key = ?");
  return first(connection.exec(sql, email_key));
}

std::optional<Credentials> find_own(db::Connection& connection, const access::Actor& actor) {
  static const auto sql = find_sql("a.id = ?");
  return first(connection.exec(sql, actor.account));
}

bool note_sign_in(db::Connection& connection, const Credentials& checked, base::Instant now) {
  return !connection
              .exec(
                  "UPDATE account SET last_signed_in_at = ? WHERE id = ? AND password_hash = ? RETURNING id",
                  now, checked.actor.account, checked.password_hash)
              .empty();
}

bool set_own_password(db::Connection& connection, const Credentials& checked, std::string_view new_hash) {
  return !connection
              .exec(
                  "UPDATE account SET password_hash = ?, must_change_password = 0 WHERE id = ? AND "
                  "password_hash = ? "
                  "RETURNING id",
                  new_hash, checked.actor.account, checked.password_hash)
              .empty();
}

}  // namespace sign_in
