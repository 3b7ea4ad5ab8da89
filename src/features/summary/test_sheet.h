// The first sheet of an .xlsx as text, for the tests of the downloads: a line for each row, | between its
// cells.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "documents/spreadsheet.h"

namespace test {

inline std::string sheet_text(std::string_view xlsx) {
  const auto has_email = [](const documents::SheetRow& row) {
    return std::ranges::find(row.cells, "Email", &documents::Cell::text) != row.cells.end();
  };
  const auto sheet = documents::read_spreadsheet(xlsx, documents::Limits{}, has_email);
  if (!sheet) return "refused: " + sheet.error().fields.at(0).message;
  std::string text;
  for (const auto& row : sheet->rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) text += (i == 0 ? "" : "|") + row.cells[i].text;
    text += '\n';
  }
  return text;
}

}  // namespace test
