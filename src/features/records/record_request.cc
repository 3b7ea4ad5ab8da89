#include "features/records/record_request.h"

#include "access/rules.h"
#include "features/accounts/person_record.h"
#include "features/audit/audit.h"
#include "features/centres/directory.h"

namespace records {
namespace {

std::vector<base::FieldError> problems(const RecordAsk& ask) {
  std::vector<base::FieldError> errors;
  const auto check = [&](std::string_view field, const std::string& text, std::string_view if_empty) {
    if (auto problem = audit::reason_problem(field, text, if_empty)) errors.push_back(std::move(*problem));
  };
  check("email", ask.email, "Enter the email that the person signs in with.");
  check("asked_by", ask.asked_by, "Say who asks you for this record.");
  check("purpose", ask.purpose, "Say what the record is needed for.");
  return errors;
}

audit::Event event(const audit::Action& action, const accounts::Account& person, const std::string& asked_by,
                   const std::string& purpose) {
  return {action,
          {"account", std::to_underlying(person.id), person.full_name()},
          {{"Asked for by", "", asked_by}, {"Purpose", "", purpose}}};
}

}  // namespace

base::Result<RecordRequestId> request_record(db::Connection& connection, const access::Actor& actor,
                                             access::CentreId centre, const RecordAsk& ask) {
  if (!centres::find(connection, actor, centre)) return base::refuse(base::Refusal::not_found());
  if (auto errors = problems(ask); !errors.empty())
    return base::refuse(base::Refusal::bad_input(std::move(errors)));
  const auto person = accounts::find_by_email(connection, actor, centre, ask.email);
  if (!person) {
    return base::refuse(base::Refusal::bad_input(
        "email", "Nobody of this centre signs in with this email. Check it with whoever asks you."));
  }
  const auto rows = connection.exec(
      "INSERT INTO record_request (centre_id, account_id, requested_by, asked_by, purpose, requested_at) "
      "VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
      centre, person->id, actor.account, ask.asked_by, ask.purpose, connection.now());
  audit::record_in_centre(connection, centre, actor,
                          event(audit::action::record_requested, *person, ask.asked_by, ask.purpose));
  return rows.at(0).id<RecordRequestId>(0);
}

std::optional<RecordRequest> find_request(db::Connection& connection, const access::Actor& actor,
                                          RecordRequestId id) {
  if (!access::runs_hub(actor)) return std::nullopt;
  const auto rows = connection.exec(
      "SELECT centre_id, account_id, asked_by, purpose, requested_at FROM record_request WHERE id = ? AND "
      "requested_by "
      "= ?",
      id, actor.account);
  if (rows.empty()) return std::nullopt;
  const auto& row = rows.front();
  RecordRequest request{.id = id,
                        .centre = row.id<access::CentreId>(0),
                        .asked_by = row.text(2),
                        .purpose = row.text(3),
                        .requested_at = row.instant(4),
                        .scope = std::nullopt};
  if (connection.now() < request.open_until()) {
    request.scope = access::RecordScope{.centre = request.centre, .person = row.id<access::AccountId>(1)};
  }
  return request;
}

void record_downloaded(db::Connection& connection, const access::Actor& actor, const RecordRequest& request) {
  const auto person = request.scope ? accounts::find(connection, *request.scope) : std::nullopt;
  if (!person) return;
  audit::record_in_centre(
      connection, request.centre, actor,
      event(audit::action::record_downloaded, *person, request.asked_by, request.purpose));
}

}  // namespace records
