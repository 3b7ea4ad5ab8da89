#include "features/reminders/pages/reminder_list.h"

#include <fmt/format.h>

#include "base/text.h"

namespace reminders::pages {

ReminderFilter filter_of(const web::Fields& query) {
  return reminder_filter_from(query.get("ends"), query.get("days"), query.get("to_renew"));
}

html::List reminder_list(const web::Request& request, std::string address) {
  const auto days = fmt::to_string(ReminderFilter{}.within_days.value());
  html::List list(
      request, std::move(address),
      {{.name = "ends",
        .label = "Last day",
        .kind = html::Field::Kind::drop_down,
        .choices = {{"", "Still to come"}, {"ended", "Already over"}}},
       {.name = "days", .label = "Within how many days", .kind = html::Field::Kind::digits, .value = days},
       {.name = "to_renew",
        .label = "Certificates",
        .kind = html::Field::Kind::drop_down,
        .choices = {{"", "All"}, {"yes", "Not renewed yet"}}}});
  if (const auto problem = days_problem(request.query.get("ends"), request.query.get("days")))
    list.check({&*problem, 1});
  return list;
}

std::string ends_words(const ReminderFilter& filter) {
  if (!filter.within_days) return "has ended";
  return "ends within " + base::counted(static_cast<std::size_t>(*filter.within_days), "day", "days");
}

std::string days_words(int days_left) {
  if (days_left == 0) return "Today";
  const auto words =
      base::counted(static_cast<std::size_t>(days_left < 0 ? -days_left : days_left), "day", "days");
  return days_left < 0 ? words + " ago" : words;
}

std::string renewal_words(const Renewal& renewal) {
  if (renewal.kind == Renewal::Kind::not_published) return "Not published yet";
  if (renewal.kind == Renewal::Kind::not_open) return renewal.year + " is not open to this user";
  return fmt::format("{} {}", attempts::words(renewal.status), renewal.year);
}

}  // namespace reminders::pages
