// The part of download.h that makes the .xlsx.
#include "documents/workbook.h"
#include "features/progress/status_words.h"
#include "features/summary/download.h"

namespace summary {
namespace {

using attempts::Status;
using documents::Column;
using documents::Tone;
using Figure = documents::Workbook::Figure;

constexpr std::size_t rows_of_a_sheet = 1'000'000;  // Excel takes 1,048,576
constexpr std::size_t name_columns = 2;             // stay in view

std::vector<Column> board_columns(const Board& board) {
  std::vector<Column> columns{{.heading = "Last name", .width = 20}, {.heading = "First name", .width = 18},
                              {.heading = "Email", .width = 32},     {.heading = "Role", .width = 8},
                              {.heading = "Overall", .width = 14},   {.heading = "Passed", .width = 9},
                              {.heading = "Of", .width = 6}};
  for (const auto& assessment : board.assessments) {
    columns.push_back({.heading = fmt::format("{} {}", assessment.title, assessment.year),
                       .width = 26,
                       .date_format = "\"Passed\" d mmmm yyyy"});
  }
  return columns;
}

Tone tone(Status status) {
  switch (status) {
    case Status::passed:
      return Tone::good;
    case Status::started:
      return Tone::under_way;
    case Status::not_started:
      break;
  }
  return Tone::quiet;
}

Figure number(std::size_t n) {
  return {.kind = Figure::Kind::number, .number = static_cast<std::int64_t>(n)};
}

Figure figure(const Cell& cell, const assessments::Version& version) {
  if (!cell.shown) return {};
  if (cell.passed_at) return {.kind = Figure::Kind::date, .at = *cell.passed_at, .tone = Tone::good};
  return {.text = cell_words(cell, version), .tone = tone(cell.status)};
}

void write_board(documents::Workbook& workbook, const Board& board) {
  workbook.sheet("User Summary", board_columns(board), true, name_columns);
  std::vector<Figure> cells;
  for (const auto& person : board.people) {
    cells.clear();
    cells.push_back({.text = person.account.last_name});
    cells.push_back({.text = person.account.first_name});
    cells.push_back({.text = person.account.email});
    cells.push_back({.text = std::string(access::code(person.account.role))});
    cells.push_back({.text = std::string(progress::words(person.overall)), .tone = tone(person.overall)});
    cells.push_back(number(person.passed));
    cells.push_back(number(person.takeable));
    for (std::size_t i = 0; i < person.cells.size(); ++i)
      cells.push_back(figure(person.cells[i], board.assessments[i]));
    workbook.row(cells);
  }
}

const std::array attempt_columns = {
    Column{.heading = "Last name", .width = 20},    Column{.heading = "First name", .width = 18},
    Column{.heading = "Email", .width = 32},        Column{.heading = "Role", .width = 8},
    Column{.heading = "Assessment", .width = 32},   Column{.heading = "Year", .width = 10},
    Column{.heading = "Section", .width = 32},      Column{.heading = "Started", .width = 24},
    Column{.heading = "Handed in", .width = 24},    Column{.heading = "Mark", .width = 8},
    Column{.heading = "Questions", .width = 11},    Column{.heading = "Result", .width = 16},
    Column{.heading = "Time ran out", .width = 14},
};

void fill_result(std::vector<Figure>& cells, const AttemptLine& line) {
  const auto& attempt = line.attempt;
  if (attempt.handed_in_at) {
    cells.push_back({.kind = Figure::Kind::date_time, .at = *attempt.handed_in_at});
    cells.push_back(number(attempt.mark));
    cells.push_back(number(line.questions));
    cells.push_back(
        {.text = attempt.passed ? "Pass" : "Fail", .tone = attempt.passed ? Tone::good : Tone::plain});
  } else {
    cells.resize(cells.size() + 2);
    cells.push_back(number(line.questions));
    cells.push_back({.text = "Not handed in", .tone = Tone::quiet});
  }
  cells.push_back({.text = attempt.timed_out ? "Yes" : ""});
}

void fill_attempt(std::vector<Figure>& cells, const AttemptLine& line) {
  cells.clear();
  cells.push_back({.text = line.person->last_name});
  cells.push_back({.text = line.person->first_name});
  cells.push_back({.text = line.person->email});
  cells.push_back({.text = std::string(access::code(line.person->role))});
  cells.push_back({.text = line.assessment});
  cells.push_back({.text = line.attempt.year});
  cells.push_back({.text = line.section});
  cells.push_back({.kind = Figure::Kind::date_time, .at = line.attempt.started_at});
  fill_result(cells, line);
}

void write_attempts(documents::Workbook& workbook, AttemptReader& reader) {
  workbook.sheet("Attempts", attempt_columns, true, name_columns);
  std::size_t rows = 0;
  std::vector<Figure> cells;
  for (auto lines = reader.next(); !lines.empty(); lines = reader.next()) {
    for (const auto& line : lines) {
      if (rows > 0 && rows % rows_of_a_sheet == 0) {
        workbook.sheet(fmt::format("Attempts {}", rows / rows_of_a_sheet + 1), attempt_columns, true,
                       name_columns);
      }
      fill_attempt(cells, line);
      workbook.row(cells);
      ++rows;
    }
  }
}

}  // namespace

std::unique_ptr<documents::TemporaryFile> write_workbook(const Board& board, AttemptReader& reader) {
  documents::Workbook workbook;
  write_board(workbook, board);
  write_attempts(workbook, reader);
  return workbook.file();
}

}  // namespace summary
