// The reminders as .xlsx and .csv, with the page's filter.
#include <fmt/format.h>

#include "base/day.h"
#include "documents/csv_writer.h"
#include "documents/workbook.h"
#include "features/audit/audit.h"
#include "features/certificates/pages/pages.h"
#include "features/certificates/pages/reminder_filter.h"
#include "features/certificates/pages/reminder_words.h"
#include "web/dispatcher.h"

namespace certificates::pages {
namespace {

using documents::Column;
using documents::Figure;

const std::array all_columns = {
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

void keep_in_audit(db::Connection& c, const access::Actor& actor, std::string_view format,
                   const ReminderFilter& filter, std::size_t count) {
  std::vector<audit::Detail> details{{"Format", "", std::string(format)},
                                     {"Certificates", "", fmt::to_string(count)},
                                     {"Last day", "", words(filter)}};
  if (filter.to_renew) details.push_back({"Only", "", "Not renewed yet"});
  audit::record(c, actor,
                {audit::action::reminders_downloaded,
                 {"reminders", std::nullopt, "Certificates that end"},
                 std::move(details)});
}

std::vector<Reminder> to_send(db::Database& database, const web::Request& request, std::string_view format) {
  if (auto problem = problem_of(request.query)) {
    throw web::Refused{base::Refusal::bad_input({std::move(*problem)})};
  }
  const auto filter = filter_of(request.query);
  auto all = database.read(
      [&](db::Connection& c) { return certificates::reminders(c, request.actor(), filter, {}); });
  database.write([&](db::Connection& c) { keep_in_audit(c, request.actor(), format, filter, all.size()); });
  return all;
}

web::Response file(db::Database& database, std::string_view ending, std::string_view type,
                   std::string bytes) {
  web::Response response;
  response.header("Content-Type", std::string(type));
  response.header(
      "Content-Disposition",
      web::attachment(fmt::format("Certificates that end {}{}", base::iso_date(database.now()), ending)));
  response.body = std::move(bytes);
  return response;
}

Figure last_day(const Reminder& reminder) {
  const auto day = base::day_from_iso(reminder.last_day);
  return day ? Figure{.kind = Figure::Kind::date, .at = day->start} : Figure{.text = reminder.last_day};
}

std::string workbook_of(const std::vector<Reminder>& all) {
  documents::Workbook workbook;
  workbook.sheet("Certificates that end", all_columns);
  for (const auto& reminder : all) {
    const Figure cells[] = {{.text = reminder.last_name},
                            {.text = reminder.first_name},
                            {.text = reminder.email},
                            {.text = std::string(access::code(reminder.role))},
                            {.text = reminder.title},
                            {.text = reminder.year},
                            last_day(reminder),
                            {.kind = Figure::Kind::number, .number = reminder.days_left},
                            {.text = renewal_words(reminder.renewal)}};
    workbook.row(cells);
  }
  return workbook.bytes();
}

std::string csv_of(const std::vector<Reminder>& all) {
  std::vector<std::string> headings;
  headings.reserve(all_columns.size());
  for (const auto& column : all_columns) headings.push_back(column.heading);
  std::string csv = std::string(documents::csv_start) + documents::csv_line(headings);
  for (const auto& reminder : all) {
    const std::string cells[] = {reminder.last_name,
                                 reminder.first_name,
                                 reminder.email,
                                 std::string(access::code(reminder.role)),
                                 reminder.title,
                                 reminder.year,
                                 reminder.last_day,
                                 fmt::to_string(reminder.days_left),
                                 renewal_words(reminder.renewal)};
    csv += documents::csv_line(cells);
  }
  return csv;
}

}  // namespace

web::Handler reminders_xlsx(db::Database& database) {
  return [&database](const web::Request& request) {
    return file(database, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                workbook_of(to_send(database, request, "Excel")));
  };
}

web::Handler reminders_csv(db::Database& database) {
  return [&database](const web::Request& request) {
    return file(database, ".csv", "text/csv; charset=utf-8", csv_of(to_send(database, request, "CSV")));
  };
}

}  // namespace certificates::pages
