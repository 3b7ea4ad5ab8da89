// Collects one sheet's cells as a reader comes across them, within the limits: drops blank rows and trailing
// blank cells, looks for the header row, and refuses what is too much.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "documents/cell_text.h"
#include "documents/reading.h"

namespace documents {

using Wanted = std::function<bool(const SheetRow&)>;

class SheetBuilder {
 public:
  SheetBuilder(std::string name, Budget& budget, const Wanted& wanted) : budget_(budget), wanted_(wanted) {
    sheet_.name = std::move(name);
  }

  // Columns count from 0.
  void hide_columns(std::size_t first, std::size_t count);
  // The cells that follow are of this row; it may be told again while no other was. `times`: and again, in as
  // many rows below it.
  void row(std::size_t number, std::size_t times = 1, bool hidden = false);
  // A blank cell may stand anywhere and leaves no trace.
  void cell(std::size_t column, Cell);
  void end();  // no more rows

  bool found() const { return found_; }
  std::size_t rows_below_header() const { return rows_below_header_; }
  // The header was not among the rows in which it must be: nothing more of this sheet is worth reading.
  bool hopeless() const { return !found_ && sheet_.rows.size() >= header_search_rows; }
  Sheet take();  // rows in the order of their numbers, which is how spreadsheet programs read them

  static constexpr std::size_t header_search_rows = 20;

 private:
  void keep(SheetRow);
  void refuse_too_much(const SheetRow&);

  Budget& budget_;
  const Wanted& wanted_;
  Sheet sheet_;
  SheetRow row_{};  // being collected
  std::size_t times_ = 0;
  std::size_t beyond_ = 0;  // a column of it over the limit, else 0
  std::size_t rows_below_header_ = 0;
  bool found_ = false;
};

// The sheets of a workbook, one after the other: the first with the header is kept, of others only the name.
class Sheets {
 public:
  Sheets(Budget& budget, const Wanted& wanted) : budget_(budget), wanted_(wanted) {}

  SheetBuilder& start(std::string name);
  void end();
  // Nothing more of the sheet that was started is worth reading.
  bool seen_enough() const { return rows_->hopeless() || (found_ && rows_->rows_below_header() > 0); }
  // What `read` throws counts only where the sheet with the header is not found yet.
  template <class Read>
  void attempt(Read&& read) {
    try {
      read();
    } catch (const Unreadable&) {
      if (!found_) throw;
    }
  }
  std::optional<Sheet> take() { return std::move(found_); }

 private:
  Budget& budget_;
  const Wanted& wanted_;
  std::optional<SheetBuilder> rows_{};
  std::optional<Sheet> found_{};
};

}  // namespace documents
