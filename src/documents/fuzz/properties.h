// What must hold of any bytes at all; the fuzzers and the replay of their corpus check it.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "documents/spreadsheet.h"
#include "documents/spreadsheet_examples.h"

namespace documents {

inline void must(bool holds) {
  if (!holds) std::abort();
}

// Reads either to a sheet within the limits, or to one sentence.
inline void check_spreadsheet(std::string_view bytes) {
  Limits limits;
  limits.rows = 100;
  limits.columns = 10;
  limits.inflated_bytes = 1 << 20;
  const auto sheet = read_spreadsheet(bytes, limits, [](const SheetRow& row) { return !row.cells.empty(); });
  if (!sheet) {
    must(sheet.error().fields.size() == 1 && !sheet.error().fields[0].message.empty());
    must(base::valid_utf8(sheet.error().fields[0].message));
    return;
  }
  must(sheet->rows.size() <= limits.rows + 1);
  std::size_t last = 0;
  for (const SheetRow& row : sheet->rows) {
    must(row.number > last && row.cells.size() <= limits.columns);
    last = row.number;
    for (const Cell& cell : row.cells) must(base::valid_utf8(cell.text) && base::valid_utf8(cell.problem));
  }
}

// The first byte chooses which part of a spreadsheet the others are: so that the fuzzer need not find its way
// through ZIP.
inline void check_part(std::string_view input) {
  if (input.empty()) return;
  const std::string part(input.substr(1));
  switch (input[0] % 5) {
    case 0:
      return check_spreadsheet(examples::Xlsx{.rows = part}.bytes());
    case 1:
      return check_spreadsheet(
          examples::Xlsx{.rows = "<row><c t=\"s\"><v>0</v></c></row>", .shared_strings = part}.bytes());
    case 2:
      return check_spreadsheet(
          examples::Xlsx{.rows = "<row><c s=\"1\"><v>1</v></c></row>", .cell_styles = part}.bytes());
    case 3:
      return check_spreadsheet(examples::ods(part));
    case 4:
      return check_spreadsheet(part);
  }
}

}  // namespace documents
