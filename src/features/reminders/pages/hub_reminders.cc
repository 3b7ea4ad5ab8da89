#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "features/reminders/pages/pages.h"
#include "features/reminders/pages/reminder_list.h"

namespace reminders::pages {
namespace {

void show_centres(html::View& view, const std::vector<CentreReminders>& all, const html::List& list) {
  if (all.empty()) return;
  auto table = view.add("TABLE");
  std::size_t certificates = 0;
  for (const auto& centre : all) certificates += centre.certificates;
  const auto end = std::min(all.size(), list.first_row() + html::List::page_size);
  for (std::size_t i = list.first_row(); i < end; ++i) {
    const auto& centre = all[i];
    auto row = table.add("CENTRE");
    row.set("HREF", fmt::format("/operator/centres/{}", std::to_underlying(centre.centre)));
    row.set("NUMBER", centre.number).set("NAME", centre.name);
    row.set("CERTIFICATES", base::thousands(centre.certificates))
        .set("PEOPLE", base::thousands(centre.people));
  }
  table.set("ALL_CENTRES", base::counted(all.size(), "centre", "centres"));
  table.set("ALL_CERTIFICATES", base::counted(certificates, "certificate", "certificates"));
}

html::Empty no_centre(const ReminderFilter& filter) {
  return {"No centre to remind", fmt::format("No certificate of any open centre {}{}.", ends_words(filter),
                                             filter.to_renew ? " and is not renewed yet" : "")};
}

}  // namespace

web::Response ReminderPages::centres(const web::Request& request) {
  const auto filter = filter_of(request.query);
  auto list = reminder_list(request, "/operator/reminders");
  const auto all = database_.read(by_centre, request.actor(), filter);
  list.took(all.size());
  html::View view("features/reminders/pages/hub_reminders.html");
  show_centres(view, all, list);
  list.show(view.root(), {.one = "centre", .many = "centres", .empty = no_centre(filter)});
  return list.page({.title = "Certificates that end",
                    .menu = "/operator/years",
                    .back_href = "/operator/years",
                    .back_label = "Academic years"},
                   std::move(view));
}

}  // namespace reminders::pages
