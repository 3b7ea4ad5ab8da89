#include "documents/sheet_builder.h"

#include "base/text.h"

namespace documents {
namespace {

constexpr std::size_t max_kept_text = 16 << 20;

}  // namespace

void SheetBuilder::cell(std::size_t column, Cell cell) {
  if (hopeless() || (cell.problem.empty() && base::trimmed(cell.text).empty())) return;
  if (column >= budget_.limits().columns) {
    beyond_ = column;
    return;
  }
  if (cells_.size() <= column) cells_.resize(column + 1);
  if (!cells_[column].text.empty() || !cells_[column].problem.empty()) damaged();
  cells_[column] = std::move(cell);
}

void SheetBuilder::end_row(std::size_t number, std::size_t times) {
  std::vector<Cell> cells = std::exchange(cells_, {});
  const std::size_t beyond = std::exchange(beyond_, 0);
  if (number <= last_number_) damaged();
  last_number_ = number + times - 1;
  if (cells.empty() && beyond == 0) return;
  for (std::size_t i = 0; i < times && !hopeless(); ++i) keep({number + i, cells}, beyond);
}

// A sheet without the header is only looked at: its size is nobody's trouble.
void SheetBuilder::keep(SheetRow row, std::size_t beyond) {
  budget_.check_time();
  if (!found_) {
    found_ = wanted_(row);
  } else {
    refuse_too_much(row);
  }
  if (found_ && beyond > 0) {
    throw Unreadable{"Column " + column_name(beyond) + " has something in it in row " +
                     base::thousands(row.number) + "; at most " + base::thousands(budget_.limits().columns) +
                     " columns can be read. Delete the columns that are not needed."};
  }
  sheet_.rows.push_back(std::move(row));
}

void SheetBuilder::refuse_too_much(const SheetRow& row) {
  const std::size_t deepest = 2 * budget_.limits().rows;
  if (row.number > deepest) {
    throw Unreadable{"Row " + base::thousands(row.number) + " has something in it; only the first " +
                     base::thousands(deepest) +
                     " rows are looked at. Delete what stands there, or copy your rows into a new workbook."};
  }
  if (++rows_below_header_ > budget_.limits().rows) {
    throw Unreadable{"The sheet has more than " + base::thousands(budget_.limits().rows) +
                     " rows. Split it into smaller files and upload each of them."};
  }
  for (const Cell& cell : row.cells) kept_text_ += cell.text.size();
  if (kept_text_ > max_kept_text) {
    throw Unreadable{
        "The sheet holds too much text. Delete the columns that are not needed and upload it again."};
  }
}

}  // namespace documents
