// What must hold of any bytes at all; the fuzzers and the replay of their corpus check it.
#pragma once

#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>

#include "base/text.h"
#include "documents/spreadsheet.h"
#include "documents/spreadsheet_examples.h"

namespace documents {

inline void must(bool holds) {
  if (!holds) std::abort();
}

// The fuzzers' sanitisers make all slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__clang__)
inline constexpr double slower = 8;
#else
inline constexpr double slower = 1;
#endif

// Whatever it holds, a file costs a second of the processor at most, and another for each MB.
template <class Read>
void check_cost(std::size_t bytes, Read&& read) {
  const auto start = std::clock();
  read();
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  must(seconds <= slower * (1 + static_cast<double>(bytes) / (1 << 20)));
}

// Reads either to a sheet within the limits, or to one sentence; with and without a header in it.
inline void check_spreadsheet(std::string_view bytes) {
  Limits limits;
  limits.rows = 100;
  limits.columns = 10;
  limits.inflated_bytes = 1 << 20;
  check_cost(bytes.size(), [&] { read_spreadsheet(bytes, {}, [](const SheetRow&) { return true; }); });
  check_cost(bytes.size(), [&] { read_spreadsheet(bytes, {}, [](const SheetRow&) { return false; }); });
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

// The first byte chooses which part of a spreadsheet the others are, so that the fuzzer need not find its way
// through ZIP; and whether they stand there again and again, so that what costs too much is found in small.
inline void check_part(std::string_view input) {
  if (input.empty()) return;
  const auto chosen = static_cast<unsigned char>(input[0]);
  constexpr std::size_t most = 1 << 20;
  std::string part(input.substr(1));
  if (chosen >= 0x80 && !part.empty()) {
    const std::string once = part;
    while (part.size() + once.size() <= most) part += once;
  }
  switch (chosen % 5) {
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
