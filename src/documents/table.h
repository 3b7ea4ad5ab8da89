// A table on its way out of the Hub, told once for CSV and for Excel. Its rows come a few at a time, so that
// a large one is never whole in memory.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/body_stream.h"
#include "documents/workbook.h"

namespace documents {

using Row = std::vector<Figure>;

struct Table {
  std::string name;  // of its sheet; those after the millionth row go on in further sheets
  std::vector<Column> columns;
  std::function<std::vector<Row>()> next;  // the next rows; none at the end
  std::size_t frozen_columns = 0;
};

// For rows that are there already: `row_of` makes a Row of each of `all`, which the table keeps.
template <class T, class RowOf>
std::function<std::vector<Row>()> rows_of(std::vector<T> all, RowOf row_of) {
  return [all = std::move(all), row_of = std::move(row_of), next = std::size_t{0}]() mutable {
    constexpr std::size_t at_once = 200;
    std::vector<Row> rows;
    for (; next < all.size() && rows.size() < at_once; ++next) rows.push_back(row_of(all[next]));
    return rows;
  };
}

void add(Workbook&, Table);
std::unique_ptr<base::BodyStream> csv_stream(Table);  // as csv_writer.h writes it

// Writing .csv: RFC 4180, UTF-8 with its mark at the front, so that spreadsheet programs read it as UTF-8.
inline constexpr std::string_view csv_start = "\xEF\xBB\xBF";

// One line with its end. A cell that a spreadsheet program would take for a formula gets an apostrophe in
// front.
std::string csv_line(std::span<const std::string> cells);

}  // namespace documents
