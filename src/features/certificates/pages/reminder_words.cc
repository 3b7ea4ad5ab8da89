#include "features/certificates/pages/reminder_words.h"

#include "base/text.h"

namespace certificates::pages {

std::string days_words(int days_left) {
  if (days_left == 0) return "Today";
  const auto words =
      base::counted(static_cast<std::size_t>(days_left < 0 ? -days_left : days_left), "day", "days");
  return days_left < 0 ? words + " ago" : words;
}

std::string renewal_words(const Renewal& renewal) {
  if (renewal.kind == Renewal::Kind::not_published) return "Not published yet";
  if (renewal.kind == Renewal::Kind::not_open) return renewal.year + " is not open to this user";
  switch (renewal.status) {
    case attempts::Status::passed:
      return "Passed " + renewal.year;
    case attempts::Status::started:
      return "Started " + renewal.year;
    case attempts::Status::not_started:
      break;
  }
  return "Not Started " + renewal.year;
}

}  // namespace certificates::pages
