#include "documents/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace documents {
namespace {

constexpr std::size_t rows_of_a_sheet = 1'000'000;  // Excel takes 1,048,576

std::string csv_text(const Figure& figure) {
  switch (figure.kind) {
    case Figure::Kind::number:
      return fmt::to_string(figure.number);
    case Figure::Kind::date:
      return figure.text.empty() ? base::iso_date(figure.at) : figure.text;
    case Figure::Kind::date_time:
      return figure.text.empty() ? base::iso_utc(figure.at) : figure.text;
    case Figure::Kind::text:
    case Figure::Kind::secret:
      break;
  }
  return figure.text;
}

class CsvStream : public base::BodyStream {
 public:
  explicit CsvStream(Table table) : table_(std::move(table)) {}

  std::optional<std::string> next() override {
    std::string piece;
    if (!started_) piece = heading();
    started_ = true;
    std::vector<std::string> cells;
    for (const auto& row : table_.next()) {
      cells.clear();
      for (const auto& figure : row) cells.push_back(csv_text(figure));
      piece += csv_line(cells);
    }
    if (piece.empty()) return std::nullopt;
    return piece;
  }

 private:
  std::string heading() const {
    std::vector<std::string> cells;
    for (const auto& column : table_.columns) {
      cells.push_back(column.csv_heading.empty() ? column.heading : column.csv_heading);
    }
    return std::string(csv_start) + csv_line(cells);
  }

  Table table_;
  bool started_ = false;
};

// The full-width forms are what some programs take for the plain ones.
bool looks_like_a_formula(std::string_view cell) {
  constexpr std::string_view starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(starts, [&](std::string_view start) { return cell.starts_with(start); });
}

void append_cell(std::string& line, std::string_view cell) {
  const std::string_view mark = looks_like_a_formula(cell) ? "'" : "";
  if (cell.find_first_of(",;\"\r\n\t") == std::string_view::npos) {
    line.append(mark).append(cell);
    return;
  }
  line.append("\"").append(mark);
  for (const char c : cell) line.append(c == '"' ? "\"\"" : std::string_view(&c, 1));
  line += '"';
}

}  // namespace

void add(Workbook& workbook, Table table) {
  std::size_t written = 0;
  workbook.sheet(table.name, table.columns, true, table.frozen_columns);
  for (auto rows = table.next(); !rows.empty(); rows = table.next()) {
    for (const auto& row : rows) {
      if (written > 0 && written % rows_of_a_sheet == 0) {
        workbook.sheet(fmt::format("{} {}", table.name, written / rows_of_a_sheet + 1), table.columns, true,
                       table.frozen_columns);
      }
      workbook.row(row);
      ++written;
    }
  }
}

std::unique_ptr<base::BodyStream> csv_stream(Table table) {
  return std::make_unique<CsvStream>(std::move(table));
}

std::string csv_line(std::span<const std::string> cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    append_cell(line, cells[i]);
  }
  return line + "\r\n";
}

}  // namespace documents
