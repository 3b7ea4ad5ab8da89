#include "features/audit/audit.h"

#include "access/rules.h"
#include "base/text.h"
#include "features/audit/details.h"

namespace audit {
namespace {

constexpr std::string_view insert =
    "INSERT INTO audit_event (at, centre_id, actor_id, actor_name, action, subject_kind, subject_id, "
    "subject_name, "
    "details, search_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";

struct By {
  std::optional<access::CentreId> centre;
  std::optional<access::AccountId> account;
  std::string name;
  bool of_hub = false;  // a Hub operator or a command, wherever they do it
};

By by(const access::Actor& actor) {
  const bool of_centre = actor.centre != access::CentreId{0};
  return {of_centre ? std::optional(actor.centre) : std::nullopt, actor.account, actor.name,
          access::runs_hub(actor)};
}

std::vector<db::Value> row(base::Instant at, const By& who, const Event& event) {
  return {at,
          who.centre,
          who.account,
          who.name,
          event.action.code,
          event.subject.kind,
          event.subject.id,
          event.subject.name,
          to_json(event.details),
          base::search_key(who.name + " " + event.subject.name)};
}

// It stands in the Hub's audit too, with the centre's number and name as they are now.
void keep_for_hub(db::Connection& connection, std::int64_t event,
                  const std::optional<access::CentreId>& centre) {
  connection.exec(
      "INSERT INTO hub_event (event_id, centre_number, centre_name) "
      "VALUES (?, (SELECT number FROM centre WHERE id = ?), (SELECT name FROM centre WHERE id = ?))",
      event, centre, centre);
}

void insert_one(db::Connection& connection, const By& who, const Event& event) {
  const auto rows = connection.exec_values(insert, row(connection.now(), who, event));
  if (who.of_hub || !who.centre) keep_for_hub(connection, rows.at(0).integer(0), who.centre);
}

constexpr std::size_t max_characters = 300;

}  // namespace

void record(db::Connection& connection, const access::Actor& actor, const Event& event) {
  insert_one(connection, by(actor), event);
}

void record_many(db::Connection& connection, const access::Actor& actor, std::span<const Event> events) {
  const auto who = by(actor);
  if (who.of_hub) {  // few at a time, and each has its row in the Hub's audit
    for (const auto& event : events) insert_one(connection, who, event);
    return;
  }
  const auto now = connection.now();
  std::vector<std::vector<db::Value>> rows;
  rows.reserve(events.size());
  for (const auto& event : events) rows.push_back(row(now, who, event));
  connection.exec_many(insert, rows);
}

void record_unsigned(db::Connection& connection, std::optional<access::CentreId> centre, const Event& event) {
  insert_one(connection, {centre, std::nullopt, "Nobody signed in"}, event);
}

void record_command(db::Connection& connection, std::optional<access::CentreId> centre, const Event& event) {
  insert_one(connection, {centre, std::nullopt, "exams-hub command", true}, event);
}

void record_in_centre(db::Connection& connection, access::CentreId centre, const access::Actor& hub_operator,
                      const Event& event) {
  auto there = hub_operator;
  there.centre = centre;
  there.name += " (Hub operator)";
  record(connection, there, event);
}

std::optional<base::FieldError> reason_problem(std::string_view field, const std::string& text,
                                               std::string_view if_empty) {
  if (text.empty()) return base::FieldError{std::string(field), std::string(if_empty)};
  if (base::characters(text) > max_characters) {
    return base::FieldError{std::string(field), "Use at most 300 characters."};
  }
  return std::nullopt;
}

}  // namespace audit
