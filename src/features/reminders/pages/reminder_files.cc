// The reminders as .xlsx and .csv, with the page's filter.
#include <fmt/format.h>

#include "base/day.h"
#include "features/audit/audit.h"
#include "features/reminders/pages/pages.h"
#include "features/reminders/pages/reminder_list.h"
#include "html/download.h"
#include "web/dispatcher.h"

namespace reminders::pages {
namespace {

using documents::Column;
using documents::Figure;

const std::vector<Column> columns{
    Column{.heading = "Last name", .width = 20},
    Column{.heading = "First name", .width = 18},
    Column{.heading = "Email", .width = 32},
    Column{.heading = "Role", .width = 8},
    Column{.heading = "Assessment", .width = 36},
    Column{.heading = "Year", .width = 10},
    Column{.heading = "Last day", .width = 20},
    Column{.heading = "Days left", .width = 11},
    Column{.heading = "New year's assessment", .width = 30},
};

void keep_in_audit(db::Connection& c, const access::Actor& actor, html::Format format,
                   const ReminderFilter& filter, std::size_t count) {
  std::vector<audit::Detail> details{{"Format", "", std::string(html::words(format))},
                                     {"Certificates", "", fmt::to_string(count)},
                                     {"Last day", "", words(filter)}};
  if (filter.to_renew) details.push_back({"Only", "", "Not renewed yet"});
  audit::record(c, actor,
                {audit::action::reminders_downloaded,
                 {"reminders", std::nullopt, "Certificates that end"},
                 std::move(details)});
}

Figure last_day(const Reminder& reminder) {
  const auto day = base::day_from_iso(reminder.last_day);
  return day ? Figure{.kind = Figure::Kind::date, .at = day->start} : Figure{.text = reminder.last_day};
}

documents::Row row_of(const Reminder& reminder) {
  return {Figure::of(reminder.last_name),
          Figure::of(reminder.first_name),
          Figure::of(reminder.email),
          Figure::of(std::string(access::code(reminder.role))),
          Figure::of(reminder.title),
          Figure::of(reminder.year),
          last_day(reminder),
          {.kind = Figure::Kind::number, .number = reminder.days_left},
          Figure::of(renewal_words(reminder.renewal))};
}

}  // namespace

web::Response ReminderPages::download(const web::Request& request) {
  const auto list = reminder_list(request, "/summary/reminders");
  if (!list.errors().empty()) throw web::Refused{base::Refusal::bad_input(list.errors())};
  const auto filter = filter_of(request.query);
  const auto format = html::format_of(request);
  auto all = database_.read([&](db::Connection& c) { return of_centre(c, request.actor(), filter, {}); });
  database_.write([&](db::Connection& c) { keep_in_audit(c, request.actor(), format, filter, all.size()); });
  return html::download(fmt::format("Certificates that end {}", base::iso_date(database_.now())), format,
                        {.name = "Certificates that end",
                         .columns = columns,
                         .next = documents::rows_of(std::move(all), row_of)});
}

}  // namespace reminders::pages
