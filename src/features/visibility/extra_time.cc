#include "features/visibility/extra_time.h"

#include <fmt/format.h>

#include <algorithm>

#include "features/audit/audit.h"

namespace visibility {

std::string extra_time_words(int percent) {
  return percent == 0 ? "None" : fmt::format("{}% more", percent);
}

base::Result<PersonTime> person_time(db::Connection& c, const access::Actor& actor, access::AccountId id) {
  auto person = accounts::find(c, actor, id);
  if (!person) return base::refuse(base::Refusal::not_found());
  if (!access::may_extend_time(actor, person->subject())) {
    return base::refuse(base::Refusal::forbidden("You cannot give this person extra time."));
  }
  PersonTime time{.person = std::move(*person), .percent = 0, .given_at = {}, .given_by = {}};
  const auto rows =
      c.exec("SELECT percent, given_at, given_by FROM extra_time WHERE account_id = ? AND centre_id = ?", id,
             actor.centre);
  if (rows.empty()) return time;
  time.percent = static_cast<int>(rows.front().integer(0));
  time.given_at = rows.front().instant(1);
  if (const auto giver = accounts::find(c, actor, rows.front().id<access::AccountId>(2))) {
    time.given_by = giver->full_name();
  }
  return time;
}

base::Result<bool> set_extra_time(db::Connection& c, const access::Actor& actor, access::AccountId id,
                                  int percent) {
  const auto now = person_time(c, actor, id);
  if (!now) return base::refuse(now.error());
  if (std::ranges::find(extra_times, percent) == extra_times.end()) {
    return base::refuse(base::Refusal::bad_input("percent", "Choose how much extra time this person has."));
  }
  if (percent == now->percent) return false;
  if (percent == 0) {
    c.exec("DELETE FROM extra_time WHERE account_id = ? AND centre_id = ?", id, actor.centre);
  } else {
    c.exec(
        "INSERT INTO extra_time (account_id, centre_id, percent, given_by, given_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (account_id) DO UPDATE SET percent = excluded.percent, given_by = excluded.given_by,"
        " given_at = excluded.given_at",
        id, actor.centre, percent, actor.account, c.now());
  }
  audit::record(c, actor,
                {audit::action::extra_time_changed,
                 {"account", std::to_underlying(id), now->person.full_name()},
                 {{"Extra time", extra_time_words(now->percent), extra_time_words(percent)}}});
  return true;
}

}  // namespace visibility
