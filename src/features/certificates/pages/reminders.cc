#include "features/certificates/reminders.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/day.h"
#include "base/text.h"
#include "features/certificates/pages/pages.h"
#include "features/certificates/pages/reminder_filter.h"
#include "features/certificates/pages/reminder_words.h"
#include "html/page.h"
#include "html/paging.h"

namespace certificates::pages {
namespace {

constexpr std::string_view address_of_page = "/summary/reminders";

struct Loaded {
  html::Paging paging;
  std::vector<Reminder> reminders;
};

Loaded load(db::Connection& c, const web::Request& request, const ReminderFilter& filter) {
  const auto paging = html::paging_of(request.query, count_reminders(c, request.actor(), filter));
  return {paging,
          reminders(c, request.actor(), filter, {.limit = paging.page_size, .offset = paging.first_row()})};
}

void show_renewal(html::View::Part row, const Renewal& renewal) {
  const bool open = renewal.kind == Renewal::Kind::open;
  const auto* section = !open                                         ? "NOT_OPEN"
                        : renewal.status == attempts::Status::passed  ? "PASSED"
                        : renewal.status == attempts::Status::started ? "STARTED"
                                                                      : "NOT_STARTED";
  row.add(section).set("WORDS", renewal_words(renewal));
}

void show_table(html::View& view, const std::vector<Reminder>& all, const ReminderFilter& filter) {
  auto table = view.add("TABLE");
  const auto fields = fields_of(filter);
  table.set("XLSX", html::with_query("/summary/reminders.xlsx", fields, "page", ""));
  table.set("CSV", html::with_query("/summary/reminders.csv", fields, "page", ""));
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

void show_nothing(html::View& view, const ReminderFilter& filter) {
  auto empty = view.include("EMPTY", "html/partials/empty.html");
  empty.set("TITLE", "Nobody to remind");
  empty.set("TEXT", fmt::format("No certificate of your centre {}{}.", ends_words(filter),
                                filter.to_renew ? " and is not renewed yet" : ""));
}

}  // namespace

web::Handler reminders(db::Database& database) {
  return [&database](const web::Request& request) {
    const auto filter = filter_of(request.query);
    const auto loaded = database.read([&](db::Connection& c) { return load(c, request, filter); });
    html::View view("features/certificates/pages/reminders.html");
    show_filter(view, request.query, address_of_page);
    if (loaded.reminders.empty()) {
      show_nothing(view, filter);
    } else {
      show_table(view, loaded.reminders, filter);
    }
    html::show_paging(view.root(), loaded.paging, address_of_page, fields_of(filter), "certificate",
                      "certificates");
    return html::page(request,
                      {.title = "Certificates that end",
                       .menu = "/summary",
                       .status = problem_of(request.query) ? 422 : 200,
                       .back_href = "/summary",
                       .back_label = "User Summary"},
                      std::move(view));
  };
}

}  // namespace certificates::pages
