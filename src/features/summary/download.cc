#include "features/summary/download.h"

#include <fmt/format.h>

#include <utility>

namespace summary {
namespace {

using attempts::Status;
using documents::Column;
using documents::Figure;
using documents::Tone;

constexpr std::size_t name_columns = 2;  // stay in view

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

Figure figure(const Cell& cell, const assessments::Version& version) {
  if (!cell.shown) return {};
  const std::string words(attempts::words(cell.status));
  if (cell.passed_at) {
    auto passed = Figure::day(*cell.passed_at);
    passed.text = fmt::format("{} {}", words, base::british_date(*cell.passed_at));
    passed.tone = Tone::good;
    return passed;
  }
  if (cell.status != Status::started) return Figure::of(words, tone(cell.status));
  return Figure::of(fmt::format("{} {}/{}", words, cell.sections_passed, version.section_count),
                    tone(cell.status));
}

documents::Row row_of(const Board& board, const Person& person) {
  documents::Row row{Figure::of(person.account.last_name),
                     Figure::of(person.account.first_name),
                     Figure::of(person.account.email),
                     Figure::of(std::string(access::code(person.account.role))),
                     Figure::of(std::string(attempts::words(person.overall)), tone(person.overall)),
                     Figure::of(person.passed),
                     Figure::of(person.takeable)};
  for (std::size_t i = 0; i < person.cells.size(); ++i) {
    row.push_back(figure(person.cells[i], board.assessments[i]));
  }
  return row;
}

const std::vector<Column> attempt_columns{
    Column{.heading = "Last name", .width = 20},    Column{.heading = "First name", .width = 18},
    Column{.heading = "Email", .width = 32},        Column{.heading = "Role", .width = 8},
    Column{.heading = "Assessment", .width = 32},   Column{.heading = "Year", .width = 10},
    Column{.heading = "Section", .width = 32},      Column{.heading = "Started", .width = 24},
    Column{.heading = "Handed in", .width = 24},    Column{.heading = "Mark", .width = 8},
    Column{.heading = "Questions", .width = 11},    Column{.heading = "Result", .width = 16},
    Column{.heading = "Time ran out", .width = 14},
};

documents::Row row_of(const AttemptLine& line) {
  const auto& attempt = line.attempt;
  const bool handed_in = attempt.handed_in_at.has_value();
  const auto result = !handed_in       ? Figure::of("Not handed in", Tone::quiet)
                      : attempt.passed ? Figure::of("Pass", Tone::good)
                                       : Figure::of("Fail");
  return {Figure::of(line.person->last_name),
          Figure::of(line.person->first_name),
          Figure::of(line.person->email),
          Figure::of(std::string(access::code(line.person->role))),
          Figure::of(line.assessment),
          Figure::of(attempt.year),
          Figure::of(line.section),
          Figure::moment(attempt.started_at),
          Figure::moment(attempt.handed_in_at),
          handed_in ? Figure::of(std::size_t{attempt.mark}) : Figure{},
          Figure::of(line.questions),
          result,
          Figure::of(attempt.timed_out ? "Yes" : "")};
}

constexpr std::size_t at_once = 1'000;

}  // namespace

documents::Table board_table(std::shared_ptr<const Board> board) {
  auto columns = board_columns(*board);
  return {.name = "User Summary",
          .columns = std::move(columns),
          .next =
              [board = std::move(board), next = std::size_t{0}]() mutable {
                constexpr std::size_t at_once = 200;
                std::vector<documents::Row> rows;
                for (; next < board->people.size() && rows.size() < at_once; ++next) {
                  rows.push_back(row_of(*board, board->people[next]));
                }
                return rows;
              },
          .frozen_columns = name_columns};
}

documents::Table attempt_table(db::Database& database, const access::Actor& actor,
                               std::shared_ptr<const Board> board) {
  auto reader = std::make_shared<AttemptReader>(database, actor, *board);
  return {.name = "Attempts",
          .columns = attempt_columns,
          .next =
              [reader = std::move(reader), board = std::move(board)] {
                std::vector<documents::Row> rows;
                for (const auto& line : reader->next()) rows.push_back(row_of(line));
                return rows;
              },
          .frozen_columns = name_columns};
}

AttemptReader::AttemptReader(db::Database& database, access::Actor actor, const Board& board)
    : database_(database), actor_(std::move(actor)) {
  year_ = board.year;
  if (board.chosen) slug_ = board.assessments.front().slug;
  for (const auto& person : board.people)
    people_.emplace(std::to_underlying(person.account.id), &person.account);
}

std::vector<AttemptLine> AttemptReader::next() {
  while (more_) {
    auto lines = database_.read([&](db::Connection& c) {
      const auto records = attempts::attempts_after(c, actor_, slug_, last_, at_once);
      more_ = records.size() == at_once;
      if (!records.empty()) last_ = records.back();
      return lines_from(c, records);
    });
    if (!lines.empty()) return lines;
  }
  return {};
}

std::vector<AttemptLine> AttemptReader::lines_from(db::Connection& c,
                                                   const std::vector<attempts::AttemptRecord>& records) {
  std::vector<AttemptLine> lines;
  for (const auto& record : records) {
    const auto person = people_.find(std::to_underlying(record.account));
    if (person == people_.end() || (!year_.empty() && record.year != year_)) continue;
    const auto& version = version_of(c, record.section);
    const auto& section = version.content->at(record.section);
    lines.push_back({.person = person->second,
                     .assessment = version.title,
                     .section = section.title,
                     .questions = section.questions.size(),
                     .attempt = record});
  }
  return lines;
}

const assessments::Version& AttemptReader::version_of(db::Connection& c, assessments::SectionId id) {
  if (const auto known = versions_.find(id); known != versions_.end()) return known->second;
  const auto version = assessments::find_version(c, id).value();
  for (const auto& section : version.content->sections) versions_.emplace(section.id, version);
  return versions_.at(id);
}

}  // namespace summary
