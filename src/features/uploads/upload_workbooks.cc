#include "features/uploads/upload_workbooks.h"

#include <algorithm>

#include "base/text.h"
#include "documents/workbook.h"

namespace uploads {
namespace {

using documents::Workbook;

documents::Column heading_of(const Column& column) {
  return {.heading = starred(column),
          .width = column.width,
          .choices = {column.choices.begin(), column.choices.end()},
          .note = std::string(column.note)};
}

// All that is wrong with a row, in one cell.
std::string corrections(const CheckedFile& file, std::size_t row) {
  std::string text;
  for (const Problem& problem : std::ranges::equal_range(file.problems, row, {}, &Problem::row)) {
    if (!text.empty()) text += '\n';
    text += problem.column.empty() ? problem.what_to_do : problem.column + ": " + problem.what_to_do;
  }
  return text;
}

struct KeptColumn {
  std::size_t index;
  documents::Column made;
};

std::vector<KeptColumn> kept_columns(const Format& format, const CheckedFile& file) {
  std::size_t widest = file.columns.headings.size();
  for (const ProblemRow& row : file.problem_rows) widest = std::max(widest, row.cells.size());
  std::vector<KeptColumn> kept;
  for (std::size_t i = 0; i < widest; ++i) {
    const std::string heading = i < file.columns.headings.size() ? file.columns.headings[i] : "";
    if (heading == corrections_heading) continue;  // of the round before
    const auto known = column_headed(format, heading);
    documents::Column column = known ? heading_of(format.columns[*known]) : documents::Column{};
    column.heading = heading;
    kept.push_back({i, std::move(column)});
  }
  return kept;
}

}  // namespace

std::string template_workbook(const Format& format) {
  Workbook workbook(true);
  std::vector<documents::Column> columns;
  std::vector<std::string> example_row;
  for (const Column& column : format.columns) {
    columns.push_back(heading_of(column));
    example_row.emplace_back(column.example);
  }
  workbook.sheet(format.sheet, columns, false);
  workbook.row(example_row);
  workbook.text_sheet("Instructions", format.instructions);
  return workbook.bytes();
}

std::string problems_workbook(const Format& format, const CheckedFile& file) {
  Workbook workbook;
  const auto kept = kept_columns(format, file);
  std::vector<documents::Column> columns;
  for (const KeptColumn& column : kept) columns.push_back(column.made);
  columns.push_back({.heading = std::string(corrections_heading), .width = 80, .wrap = true});
  workbook.sheet(format.sheet, columns);
  for (const ProblemRow& row : file.problem_rows) {
    std::vector<documents::Figure> cells;
    for (const KeptColumn& column : kept) {
      // Any cell may hold the password where cells are shifted, so none goes through a temporary file.
      cells.push_back({.kind = documents::Figure::Kind::secret,
                       .text = column.index < row.cells.size() ? row.cells[column.index].plain() : ""});
    }
    cells.push_back({.text = corrections(file, row.number)});
    workbook.row(cells);
    for (auto& cell : cells) wipe(cell.text);
  }
  return workbook.bytes();
}

}  // namespace uploads
