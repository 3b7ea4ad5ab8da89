// Whose certificates end soon, or have ended, so that people can be asked to take the new year's assessment.
// What is superseded or withdrawn does not count, nor what has no end. A last day is a day in London.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "base/instant.h"
#include "base/refusal.h"
#include "db/connection.h"
#include "features/attempts/standing.h"

namespace reminders {

struct ReminderFilter {
  std::optional<int> within_days = 30;  // the last day, from today on; nothing: all that are over
  bool to_renew = false;                // only of those who have no certificate of a later year

  bool operator==(const ReminderFilter&) const = default;
};
inline constexpr int most_reminder_days = 3'660;

// What is wrong with the number of days (field "days"), which matters only for what is still to come; empty
// is 30.
std::optional<base::FieldError> days_problem(std::string_view ends, std::string_view days);
// "ended" for what is over, else the number of days; what is neither counts as not said.
ReminderFilter reminder_filter_from(std::string_view ends, std::string_view days, std::string_view to_renew);
std::string words(const ReminderFilter&);  // of the last day: "Within 30 days"

// What the person can do about it.
struct Renewal {
  enum class Kind {
    not_published,  // there is no later year's version
    not_open,       // there is, but not for this person: their role, hidden, withdrawn
    open,           // how they stand in it: `status`
  } kind = Kind::not_published;
  attempts::Status status = attempts::Status::not_started;
  std::string year{};  // of the later version
};

struct Reminder {
  access::AccountId account{};
  std::string first_name;  // as it is now
  std::string last_name;
  std::string email;
  access::Role role;
  std::string code;  // of the certificate
  std::string slug;
  std::string title;
  std::string year;
  std::string last_day;  // 2027-08-31
  int days_left = 0;     // 0: today is the last one; negative: over for so many
  Renewal renewal{};

  std::string full_name() const { return first_name + " " + last_name; }
};

struct ReminderPart {
  std::size_t limit = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
  std::size_t offset = 0;
};

// Of the actor's centre, the last day nearest to today first; nothing unless the actor manages users. A
// handful of queries for every 250 people.
std::vector<Reminder> of_centre(db::Connection&, const access::Actor&, const ReminderFilter&,
                                const ReminderPart&);
std::size_t count(db::Connection&, const access::Actor&, const ReminderFilter&);

// Counts alone, of every open centre that has any, by number; nothing for anybody but a Hub operator.
struct CentreReminders {
  access::CentreId centre{};
  std::string number;
  std::string name;
  std::size_t certificates = 0;
  std::size_t people = 0;
};
std::vector<CentreReminders> by_centre(db::Connection&, const access::Actor&, const ReminderFilter&);

}  // namespace reminders
