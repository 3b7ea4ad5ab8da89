#include "features/certificates/pages/reminder_filter.h"

#include <fmt/format.h>

#include "base/text.h"
#include "html/form_view.h"

namespace certificates::pages {

ReminderFilter filter_of(const web::Fields& query) {
  return reminder_filter_from(query.get("ends"), query.get("days"), query.get("to_renew"));
}

std::optional<base::FieldError> problem_of(const web::Fields& query) {
  return days_problem(query.get("ends"), query.get("days"));
}

web::Fields fields_of(const ReminderFilter& filter) {
  web::Fields fields;
  if (filter.within_days) {
    fields.add("days", fmt::to_string(*filter.within_days));
  } else {
    fields.add("ends", "ended");
  }
  if (filter.to_renew) fields.add("to_renew", "yes");
  return fields;
}

void show_filter(html::View& view, const web::Fields& query, std::string_view address) {
  const auto filter = filter_of(query);
  const auto problem = problem_of(query);
  auto form = view.include("FILTER", "features/certificates/pages/reminder_filter.html");
  form.set("ADDRESS", address).show_if("ENDED", !filter.within_days).show_if("TO_RENEW", filter.to_renew);
  form.set("MOST_DAYS", most_reminder_days);
  const auto days = fmt::to_string(filter.within_days.value_or(ReminderFilter{}.within_days.value()));
  html::keep_value(form, "days", problem ? query.get("days") : days);
  if (problem) html::show_errors(form, {&*problem, 1});
}

std::string ends_words(const ReminderFilter& filter) {
  if (!filter.within_days) return "has ended";
  return "ends within " + base::counted(static_cast<std::size_t>(*filter.within_days), "day", "days");
}

}  // namespace certificates::pages
