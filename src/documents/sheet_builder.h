// Collects one sheet's cells as a reader comes across them, within the limits: drops blank rows and trailing
// blank cells, looks for the header row, and refuses what is too much.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "documents/column_name.h"
#include "documents/reading.h"

namespace documents {

using Wanted = std::function<bool(const SheetRow&)>;

class SheetBuilder {
 public:
  SheetBuilder(std::string name, Budget& budget, const Wanted& wanted) : budget_(budget), wanted_(wanted) {
    sheet_.name = std::move(name);
  }

  // Columns count from 0. A blank cell may stand anywhere and leaves no trace.
  void cell(std::size_t column, Cell);
  // Ends the row that the cells were for. Numbers must rise. `times`: the row again, in as many rows below
  // it.
  void end_row(std::size_t number, std::size_t times = 1);

  bool found() const { return found_; }
  // The header was not among the rows in which it must be: nothing more of this sheet is worth reading.
  bool hopeless() const { return !found_ && sheet_.rows.size() >= header_search_rows; }
  Sheet take() { return std::move(sheet_); }

  static constexpr std::size_t header_search_rows = 20;

 private:
  void keep(SheetRow, std::size_t beyond);
  void refuse_too_much(const SheetRow&);

  Budget& budget_;
  const Wanted& wanted_;
  Sheet sheet_;
  std::vector<Cell> cells_;
  std::size_t last_number_ = 0;
  std::size_t kept_text_ = 0;
  std::size_t rows_below_header_ = 0;
  std::size_t beyond_ = 0;  // a column over the limit in the row being collected, else 0
  bool found_ = false;
};

}  // namespace documents
