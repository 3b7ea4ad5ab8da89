// The part of download.h that makes words and lines.
#include <fmt/format.h>

#include "documents/csv_writer.h"
#include "features/progress/status_words.h"
#include "features/summary/download.h"

namespace summary {

std::string cell_words(const Cell& cell, const assessments::Version& version) {
  if (!cell.shown) return {};
  if (cell.passed_at)
    return fmt::format("{} {}", progress::words(cell.status), base::british_date(*cell.passed_at));
  if (cell.status != attempts::Status::started) return std::string(progress::words(cell.status));
  return fmt::format("{} {}/{}", progress::words(cell.status), cell.sections_passed, version.section_count);
}

std::string csv_heading(const Board& board) {
  std::vector<std::string> cells{"Last name", "First name", "Email", "Role", "Overall", "Passed", "Of"};
  for (const auto& assessment : board.assessments) {
    cells.push_back(fmt::format("{} {}", assessment.title, assessment.year));
  }
  return std::string(documents::csv_start) + documents::csv_line(cells);
}

std::string csv_line(const Board& board, const Person& person) {
  std::vector<std::string> cells{person.account.last_name,
                                 person.account.first_name,
                                 person.account.email,
                                 std::string(access::code(person.account.role)),
                                 std::string(progress::words(person.overall)),
                                 fmt::to_string(person.passed),
                                 fmt::to_string(person.takeable)};
  for (std::size_t i = 0; i < person.cells.size(); ++i) {
    cells.push_back(cell_words(person.cells[i], board.assessments[i]));
  }
  return documents::csv_line(cells);
}

}  // namespace summary
