#include "features/sign_in/checked_guess.h"

#include <fmt/format.h>

#include "base/log.h"
#include "base/text.h"
#include "features/accounts/account.h"
#include "features/accounts/password.h"
#include "features/audit/audit.h"
#include "features/sign_in/throttle.h"

namespace sign_in {
namespace {

audit::Event about(const audit::Action& action, const Credentials& known) {
  return {action, {"account", std::to_underlying(known.actor.account), known.actor.name}};
}

std::optional<access::CentreId> centre_of(const Credentials& known) {
  if (known.actor.centre == access::CentreId{0}) return std::nullopt;
  return known.actor.centre;
}

struct Counted {
  Admission admission;
  std::optional<Credentials> known;
};

Counted count(db::Connection& connection, const std::string& email_key) {
  Counted counted{count_guess(connection, email_key, connection.now()), find_by_email(connection, email_key)};
  if (counted.admission.first_refused && counted.known) {
    audit::record_unsigned(connection, centre_of(*counted.known),
                           about(audit::action::sign_in_throttled, *counted.known));
  }
  return counted;
}

// An unknown email is no centre's business and only logged: strangers must not be able to fill the audit.
void settle_wrong_guess(db::Connection& connection, const std::string& email_key,
                        const std::optional<Credentials>& known) {
  note_wrong_guess(connection, email_key, connection.now());
  if (known)
    audit::record_unsigned(connection, centre_of(*known), about(audit::action::sign_in_failed, *known));
}

base::Refusal held_back(const Admission& admission) {
  const auto minutes =
      static_cast<std::size_t>(std::chrono::ceil<std::chrono::minutes>(admission.wait).count());
  return {.kind = base::Refusal::Kind::too_many,
          .message = fmt::format(
              "There were too many wrong passwords for this email. You can try again in {}, at {}. Until "
              "then not even the right password is accepted.",
              base::counted(minutes, "minute", "minutes"),
              base::british_time(std::chrono::ceil<std::chrono::minutes>(admission.again_at))),
          .retry_after = admission.wait};
}

}  // namespace

base::Result<std::optional<Credentials>> check_guess(db::Database& database, std::string_view email,
                                                     std::string_view password) {
  const auto email_key = accounts::email_key(email);
  auto [admission, known] = database.write(count, email_key);
  if (!admission.admitted) return base::refuse(held_back(admission));
  const bool right =
      known ? accounts::password_matches(known->password_hash, password) : accounts::matches_nobody(password);
  if (right) return known;
  database.write([&](db::Connection& c) { settle_wrong_guess(c, email_key, known); });
  base::log(base::LogLevel::warning, known ? "sign_in.wrong_password" : "sign_in.unknown_email");
  return std::nullopt;
}

}  // namespace sign_in
