#include "features/operator/pages/report_files.h"

#include <fmt/format.h>

#include "documents/csv_writer.h"
#include "documents/workbook.h"

namespace hub_operator::pages {
namespace {

using Figure = documents::Workbook::Figure;
using documents::Column;

constexpr std::size_t rows_of_a_sheet = 1'000'000;  // Excel takes 1,048,576

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
      "Counted are the people whom an assessment is for and who see it, as they have accounts today, and whoever has "
      "started it. Passed is every section of its newest version of the year."};
  if (report.request.named) {
    lines.push_back("This report names people. Recipient: " + report.request.recipient);
    lines.push_back("Purpose: " + report.request.purpose);
  }
  return lines;
}

Figure number(std::size_t n) {
  return {.kind = Figure::Kind::number, .number = static_cast<std::int64_t>(n)};
}

void add_counts(documents::Workbook& workbook, const std::vector<CountRow>& rows) {
  for (const auto& row : rows) {
    const auto& counts = row.counts;
    const Figure cells[] = {{.text = row.assessment},  {.text = row.centre_number},
                            {.text = row.centre_name}, {.text = std::string(access::code(counts.role))},
                            number(counts.people),     number(counts.passed),
                            number(counts.started),    number(counts.not_started())};
    workbook.row(cells);
  }
}

void add_people(documents::Workbook& workbook, const std::vector<PersonRow>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i % rows_of_a_sheet == 0) {
      workbook.sheet(i == 0 ? "People" : fmt::format("People {}", i / rows_of_a_sheet + 1), person_columns());
    }
    const auto& row = rows[i];
    const auto& person = row.person;
    const auto passed_on = person.passed_at ? Figure{.kind = Figure::Kind::date, .at = *person.passed_at} : Figure{};
    const Figure cells[] = {{.text = row.assessment},
                            {.text = row.centre_number},
                            {.text = row.centre_name},
                            {.text = person.last_name},
                            {.text = person.first_name},
                            {.text = std::string(access::code(person.role))},
                            {.text = status_words(person.status)},
                            passed_on};
    workbook.row(cells);
  }
}

std::string headings(const std::vector<Column>& columns) {
  std::vector<std::string> cells;
  for (const auto& column : columns) cells.push_back(column.heading);
  return documents::csv_line(cells);
}

}  // namespace

std::string status_words(attempts::Status status) {
  switch (status) {
    case attempts::Status::passed:
      return "Passed";
    case attempts::Status::started:
      return "Started";
    case attempts::Status::not_started:
      return "Not Started";
  }
  return "";
}

std::string report_workbook(const Report& report) {
  documents::Workbook workbook;
  workbook.text_sheet("About", about(report));
  workbook.sheet("In all", count_columns());
  add_counts(workbook, in_all(report.counts));
  workbook.sheet("By centre", count_columns());
  add_counts(workbook, report.counts);
  add_people(workbook, report.people);
  return workbook.bytes();
}

std::string report_csv(const Report& report) {
  std::string csv(documents::csv_start);
  const auto line = [&](const std::vector<std::string>& cells) { csv += documents::csv_line(cells); };
  if (report.request.named) {
    csv += headings(person_columns());
    for (const auto& row : report.people) {
      const auto& person = row.person;
      line({row.assessment, row.centre_number, row.centre_name, person.last_name, person.first_name,
            std::string(access::code(person.role)), status_words(person.status),
            person.passed_at ? base::iso_date(*person.passed_at) : ""});
    }
    return csv;
  }
  csv += headings(count_columns());
  for (const auto& row : report.counts) {
    line({row.assessment, row.centre_number, row.centre_name, std::string(access::code(row.counts.role)),
          fmt::to_string(row.counts.people), fmt::to_string(row.counts.passed), fmt::to_string(row.counts.started),
          fmt::to_string(row.counts.not_started())});
  }
  return csv;
}

}  // namespace hub_operator::pages
