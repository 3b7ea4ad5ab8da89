#include "features/report/pages/report_files.h"

#include <fmt/format.h>

namespace report::pages {
namespace {

using documents::Column;
using documents::Figure;

const std::vector<Column>& count_columns() {
  static const std::vector<Column> columns{
      {.heading = "Assessment", .width = 36}, {.heading = "Centre number", .width = 14},
      {.heading = "Centre", .width = 36},     {.heading = "Role", .width = 8},
      {.heading = "People", .width = 10},     {.heading = "Passed", .width = 10},
      {.heading = "Started", .width = 10},    {.heading = "Not started", .width = 12}};
  return columns;
}

const std::vector<Column>& person_columns() {
  static const std::vector<Column> columns{
      {.heading = "Assessment", .width = 36}, {.heading = "Centre number", .width = 14},
      {.heading = "Centre", .width = 36},     {.heading = "Last name", .width = 20},
      {.heading = "First name", .width = 18}, {.heading = "Role", .width = 8},
      {.heading = "Status", .width = 14},     {.heading = "Passed on", .width = 20}};
  return columns;
}

std::vector<std::string> about(const Report& report) {
  std::vector<std::string> lines{
      "Stakeholder report " + report.request.year,
      fmt::format("Made on {} by {}.", base::british_date_time(report.made_at), report.made_by),
      "Counted are the people whom an assessment is for and who see it, as they have accounts today, and "
      "whoever has "
      "started it. Passed is every section of its newest version of the year."};
  if (report.request.named) {
    lines.push_back("This report names people. Recipient: " + report.request.recipient);
    lines.push_back("Purpose: " + report.request.purpose);
  }
  return lines;
}

documents::Row row_of(const CountRow& row) {
  const auto& counts = row.counts;
  return {Figure::of(row.assessment),  Figure::of(row.centre_number),
          Figure::of(row.centre_name), Figure::of(std::string(access::code(counts.role))),
          Figure::of(counts.people),   Figure::of(counts.passed),
          Figure::of(counts.started),  Figure::of(counts.not_started())};
}

documents::Row row_of(const PersonRow& row) {
  const auto& person = row.person;
  return {Figure::of(row.assessment),
          Figure::of(row.centre_number),
          Figure::of(row.centre_name),
          Figure::of(person.last_name),
          Figure::of(person.first_name),
          Figure::of(std::string(access::code(person.role))),
          Figure::of(std::string(attempts::words(person.status))),
          person.passed_at ? Figure::day(*person.passed_at) : Figure{}};
}

documents::Table count_table(std::string name, std::vector<CountRow> rows) {
  return {.name = std::move(name),
          .columns = count_columns(),
          .next = documents::rows_of(std::move(rows), [](const CountRow& row) { return row_of(row); })};
}

documents::Table people_table(db::Database& database, const access::Actor& actor, Report report) {
  const auto shared = std::make_shared<const Report>(std::move(report));
  auto reader = std::make_shared<PeopleReader>(database, actor, *shared);
  return {.name = "People", .columns = person_columns(), .next = [shared, reader = std::move(reader)] {
            std::vector<documents::Row> rows;
            for (const auto& row : reader->next()) rows.push_back(row_of(row));
            return rows;
          }};
}

}  // namespace

web::Response report_file(db::Database& database, const access::Actor& actor, Report report,
                          html::Format format) {
  auto name = "Stakeholder report " + report.request.year;
  std::ranges::replace(name, '/', '-');
  const bool named = report.request.named;
  if (format == html::Format::csv) {
    return html::download(name, format,
                          named ? people_table(database, actor, std::move(report))
                                : count_table("By centre", std::move(report.counts)));
  }
  documents::Workbook workbook;
  workbook.text_sheet("About", about(report));
  documents::add(workbook, count_table("In all", in_all(report.counts)));
  documents::add(workbook, count_table("By centre", report.counts));
  if (named) documents::add(workbook, people_table(database, actor, std::move(report)));
  return html::download(name, std::move(workbook));
}

}  // namespace report::pages
