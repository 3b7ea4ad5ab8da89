#include "features/uploads/row_cells.h"

#include "base/text.h"

namespace uploads {

const documents::Cell& RowCells::of(const documents::SheetRow& row, std::size_t column) const {
  static const documents::Cell blank;
  const std::size_t at = columns_.index(column);
  return at < row.cells.size() ? row.cells[at] : blank;
}

std::string RowCells::text(const documents::SheetRow& row, std::size_t column) const {
  return base::trimmed(of(row, column).text);
}

Values RowCells::values(const documents::SheetRow& row) const {
  Values values(format_.columns.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!format_.columns[i].secret) values[i] = text(row, i);
  }
  return values;
}

std::string RowCells::password(const documents::SheetRow& row) const {
  const auto secret = std::ranges::find_if(format_.columns, &Column::secret);
  return text(row, static_cast<std::size_t>(secret - format_.columns.begin()));
}

bool RowCells::blank(const documents::SheetRow& row) const {
  for (std::size_t i = 0; i < format_.columns.size(); ++i) {
    if (!text(row, i).empty() || !of(row, i).problem.empty()) return false;
  }
  return true;
}

bool RowCells::is_example(const documents::SheetRow& row) const {
  for (std::size_t i = 0; i < format_.columns.size(); ++i) {
    if (text(row, i) != format_.columns[i].example) return false;
  }
  return true;
}

std::optional<std::size_t> RowCells::stray(const documents::SheetRow& row) const {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const bool headed = i < columns_.headings.size() && !columns_.headings[i].empty();
    if (!headed && (!row.cells[i].problem.empty() || !base::trimmed(row.cells[i].text).empty())) return i;
  }
  return {};
}

}  // namespace uploads
