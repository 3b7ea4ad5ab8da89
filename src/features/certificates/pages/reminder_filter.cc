#include "features/certificates/pages/reminder_filter.h"

#include <fmt/format.h>

#include "base/text.h"

namespace certificates::pages {

ReminderFilter filter_of(const web::Fields& query) {
  return reminder_filter_from(query.get("ends"), query.get("days"), query.get("to_renew"));
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

void show_filter(html::View& view, const ReminderFilter& filter, std::string_view address) {
  auto form = view.include("FILTER", "features/certificates/pages/reminder_filter.html");
  form.set("ADDRESS", address).show_if("ENDED", !filter.within_days).show_if("TO_RENEW", filter.to_renew);
  form.set("DAYS", filter.within_days.value_or(ReminderFilter{}.within_days.value()))
      .set("MOST_DAYS", most_reminder_days);
}

std::string ends_words(const ReminderFilter& filter) {
  if (!filter.within_days) return "has ended";
  return "ends within " + base::counted(static_cast<std::size_t>(*filter.within_days), "day", "days");
}

}  // namespace certificates::pages
