// The audit: who did what to whom, when. Append-only. Recorded in the same transaction as the change, so that
// there is never one without the other. What belongs to no centre, and what a Hub operator or a command does
// in one, stands in the Hub's own audit (actions.h) by itself.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/connection.h"
#include "features/audit/actions.h"

namespace audit {

// One value that changed or is worth keeping; `before` empty where there was none. Never a password or a
// token.
struct Detail {
  std::string name;  // as people read it: "Email", "Role"
  std::string before;
  std::string after;
};

struct Subject {
  std::string kind;  // account, upload, session, assessment, attempt, certificate, page ...
  std::optional<std::int64_t> id;
  std::string name;  // as it was then
};

struct Event {
  Action action;
  Subject subject{};
  std::vector<Detail> details{};
};

void record(db::Connection&, const access::Actor&, const Event&);

// The same for many at once, in their order, without a round trip for each.
void record_many(db::Connection&, const access::Actor&, std::span<const Event>);

// For what nobody signed in did: a failed sign-in. `centre` is that of the account concerned, if there is
// one.
void record_unsigned(db::Connection&, std::optional<access::CentreId> centre, const Event&);

// For what the commands do (operator add, centre add, import): the actor reads "exams-hub command".
void record_command(db::Connection&, std::optional<access::CentreId> centre, const Event&);

// What the Hub's operator does to one centre, kept in that centre's own audit under the operator's name.
void record_in_centre(db::Connection&, access::CentreId, const access::Actor& hub_operator, const Event&);

// Why something about people is done, as the audit keeps it: asked for in words, and short.
// What is wrong with the field; nothing for 1 to 300 characters. `if_empty` says what to write.
std::optional<base::FieldError> reason_problem(std::string_view field, const std::string& text,
                                               std::string_view if_empty);

}  // namespace audit
