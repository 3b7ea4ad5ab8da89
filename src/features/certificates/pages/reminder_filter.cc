#include "features/certificates/pages/reminder_filter.h"

#include <fmt/format.h>

#include "base/text.h"

namespace certificates::pages {

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

}  // namespace certificates::pages
