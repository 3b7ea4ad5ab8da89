#include "documents/sheet_builder.h"

#include <algorithm>

#include "base/text.h"

namespace documents {

void SheetBuilder::hide_columns(std::size_t first, std::size_t count) {
  for (; count > 0 && first < budget_.limits().columns; ++first, --count)
    sheet_.hidden_columns.push_back(first);
}

void SheetBuilder::row(std::size_t number, std::size_t times, bool hidden) {
  if (times_ > 0 && number == row_.number) return;
  end();
  row_.number = number;
  row_.hidden = hidden;
  times_ = times;
}

void SheetBuilder::cell(std::size_t column, Cell cell) {
  if (hopeless() || (cell.problem.empty() && base::trimmed(cell.text).empty())) return;
  if (column >= budget_.limits().columns) {
    beyond_ = column;
    return;
  }
  auto& cells = row_.cells;
  if (cells.size() <= column) cells.resize(column + 1);
  if (!cells[column].text.empty() || !cells[column].problem.empty()) damaged();
  cells[column] = std::move(cell);
}

void SheetBuilder::end() {
  const bool blank = row_.cells.empty() && beyond_ == 0;
  for (; !blank && times_ > 1 && !hopeless(); --times_, ++row_.number) keep(row_);
  if (!blank && times_ > 0 && !hopeless()) keep(std::move(row_));
  row_ = {};
  times_ = 0;
  beyond_ = 0;
}

Sheet SheetBuilder::take() {
  auto& rows = sheet_.rows;
  std::ranges::stable_sort(rows, {}, &SheetRow::number);
  if (std::ranges::adjacent_find(rows, {}, &SheetRow::number) != rows.end()) damaged();
  return std::move(sheet_);
}

// A sheet without the header is only looked at: its size is nobody's trouble.
void SheetBuilder::keep(SheetRow row) {
  budget_.look();
  for (const Cell& cell : row.cells) budget_.kept(cell.text.size());
  if (!found_) {
    found_ = wanted_(row);
  } else {
    refuse_too_much(row);
  }
  if (found_ && beyond_ > 0) {
    throw Unreadable{"Column " + column_name(beyond_) + " has something in it in row " +
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
}

SheetBuilder& Sheets::start(std::string name) {
  return rows_.emplace(std::move(name), budget_, wanted_);
}

void Sheets::end() {
  rows_->end();
  if (!rows_->found()) return;
  Sheet sheet = rows_->take();
  if (!found_) {
    found_ = std::move(sheet);
  } else if (rows_->rows_below_header() > 0) {
    found_->others.push_back(std::move(sheet.name));
  }
}

}  // namespace documents
