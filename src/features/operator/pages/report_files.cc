#include "features/operator/pages/report_files.h"

#include <fmt/format.h>

#include "documents/csv_writer.h"
#include "documents/workbook.h"

namespace hub_operator::pages {
namespace {

using documents::Column;
using documents::Figure;

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
      "Counted are the people whom an assessment is for and who see it, as they have accounts today, and "
      "whoever has "
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

void add_person(documents::Workbook& workbook, const PersonRow& row) {
  const auto& person = row.person;
  const auto passed_on =
      person.passed_at ? Figure{.kind = Figure::Kind::date, .at = *person.passed_at} : Figure{};
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

void add_people(documents::Workbook& workbook, PeopleReader& reader) {
  std::size_t written = 0;
  for (auto rows = reader.next(); !rows.empty(); rows = reader.next()) {
    for (const auto& row : rows) {
      if (written % rows_of_a_sheet == 0) {
        workbook.sheet(written == 0 ? "People" : fmt::format("People {}", written / rows_of_a_sheet + 1),
                       person_columns());
      }
      add_person(workbook, row);
      ++written;
    }
  }
}

std::string headings(const std::vector<Column>& columns) {
  std::vector<std::string> cells;
  cells.reserve(columns.size());
  for (const auto& column : columns) cells.push_back(column.heading);
  return documents::csv_line(cells);
}

std::string line_of(const PersonRow& row) {
  const auto& person = row.person;
  const std::string cells[] = {row.assessment,
                               row.centre_number,
                               row.centre_name,
                               person.last_name,
                               person.first_name,
                               std::string(access::code(person.role)),
                               status_words(person.status),
                               person.passed_at ? base::iso_date(*person.passed_at) : ""};
  return documents::csv_line(cells);
}

std::string line_of(const CountRow& row) {
  const auto& counts = row.counts;
  const std::string cells[] = {row.assessment,
                               row.centre_number,
                               row.centre_name,
                               std::string(access::code(counts.role)),
                               fmt::to_string(counts.people),
                               fmt::to_string(counts.passed),
                               fmt::to_string(counts.started),
                               fmt::to_string(counts.not_started())};
  return documents::csv_line(cells);
}

class CsvStream : public web::BodyStream {
 public:
  CsvStream(db::Database& database, const access::Actor& actor, Report report)
      : report_(std::move(report)), reader_(database, actor, report_) {}

  std::optional<std::string> next() override {
    std::string piece;
    if (!started_) piece = start();
    started_ = true;
    for (const auto& row : reader_.next()) piece += line_of(row);
    if (piece.empty()) return std::nullopt;
    return piece;
  }

 private:
  std::string start() const {
    const bool named = report_.request.named;
    auto piece = std::string(documents::csv_start) + headings(named ? person_columns() : count_columns());
    if (named) return piece;
    for (const auto& row : report_.counts) piece += line_of(row);
    return piece;
  }

  const Report report_;
  PeopleReader reader_;
  bool started_ = false;
};

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

std::unique_ptr<documents::TemporaryFile> report_workbook(const Report& report, PeopleReader& people) {
  documents::Workbook workbook;
  workbook.text_sheet("About", about(report));
  workbook.sheet("In all", count_columns());
  add_counts(workbook, in_all(report.counts));
  workbook.sheet("By centre", count_columns());
  add_counts(workbook, report.counts);
  add_people(workbook, people);
  return workbook.file();
}

std::unique_ptr<web::BodyStream> report_csv(db::Database& database, const access::Actor& actor,
                                            Report report) {
  return std::make_unique<CsvStream>(database, actor, std::move(report));
}

}  // namespace hub_operator::pages
