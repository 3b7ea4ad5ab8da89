#include "features/reminders/reminders.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/day.h"
#include "base/text.h"
#include "features/reminders/pages/pages.h"
#include "features/reminders/pages/reminder_list.h"

namespace reminders::pages {
namespace {

void show_renewal(html::View::Part row, const Renewal& renewal) {
  const bool open = renewal.kind == Renewal::Kind::open;
  const auto* section = !open                                         ? "NOT_OPEN"
                        : renewal.status == attempts::Status::passed  ? "PASSED"
                        : renewal.status == attempts::Status::started ? "STARTED"
                                                                      : "NOT_STARTED";
  row.add(section).set("WORDS", renewal_words(renewal));
}

void show_rows(html::View& view, const std::vector<Reminder>& all, const html::List& list) {
  if (all.empty()) return;
  auto table = view.add("TABLE");
  table.set("XLSX", html::with_query("/summary/reminders.xlsx", list.kept(), "", ""));
  table.set("CSV", html::with_query("/summary/reminders.csv", list.kept(), "", ""));
  for (const auto& reminder : all) {
    auto row = table.add("REMINDER");
    row.set("NAME", reminder.full_name()).set("ROLE", access::code(reminder.role));
    row.set("HREF", fmt::format("/users/{}/progress", std::to_underlying(reminder.account)));
    row.set("CERTIFICATE", fmt::format("/certificates/{}", reminder.code));
    row.set("TITLE", reminder.title).set("YEAR", reminder.year);
    row.set("LAST_DAY", base::british_date(reminder.last_day)).set("DAYS", days_words(reminder.days_left));
    show_renewal(row, reminder.renewal);
  }
}

html::Empty nobody(const ReminderFilter& filter) {
  return {"Nobody to remind", fmt::format("No certificate of your centre {}{}.", ends_words(filter),
                                          filter.to_renew ? " and is not renewed yet" : "")};
}

}  // namespace

web::Response ReminderPages::list(const web::Request& request) {
  const auto filter = filter_of(request.query);
  auto list = reminder_list(request, "/summary/reminders");
  const auto shown = database_.read([&](db::Connection& c) {
    list.took(count(c, request.actor(), filter));
    return of_centre(c, request.actor(), filter,
                     {.limit = html::List::page_size, .offset = list.first_row()});
  });
  html::View view("features/reminders/pages/reminders.html");
  show_rows(view, shown, list);
  list.show(view.root(), {.one = "certificate", .many = "certificates", .empty = nobody(filter)});
  return list.page({.title = "Certificates that end",
                    .menu = "/summary",
                    .back_href = "/summary",
                    .back_label = "User Summary"},
                   std::move(view));
}

}  // namespace reminders::pages
