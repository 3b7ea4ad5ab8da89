// Reading a spreadsheet that a person made: .xlsx, .ods or .csv, told apart by their bytes, never by their
// name. Bounded in every direction; a hostile file costs a sentence. Any thread; keeps nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"

namespace documents {

struct Limits {
  std::size_t file_bytes = 5 << 20;
  std::size_t inflated_bytes = 64 << 20;
  std::size_t zip_entries = 200;
  std::size_t rows = 10'000;  // with anything in them, below the header
  std::size_t columns = 50;
  std::size_t cell_characters = 32'767;
  std::chrono::seconds time{10};
};

struct Cell {
  std::string text;     // valid UTF-8 as shown; a number without its format, a formula by its cached value
  std::string problem;  // why it has no usable value ("is a formula that was never calculated"), else empty
};

struct SheetRow {
  std::size_t number;       // as the spreadsheet program counts it, from 1
  std::vector<Cell> cells;  // trailing empty ones dropped
};

struct Sheet {
  std::string name;            // empty for CSV
  std::vector<SheetRow> rows;  // those with anything in them, in order
  std::string
      note{};  // what the person must know of how it was read (an alphabet that was guessed), else empty
};

// The first sheet in which `wanted` accepts some row among the first 20 with anything in them (its header);
// only sheets up to that one are kept in memory one at a time. Refuses (bad_input, field "file") with a
// sentence that says what to do: not a spreadsheet, an old .xls, encrypted, damaged, over a limit, no sheet
// with the headers. `no_headings` is the sentence for the last of these.
extern const std::string_view no_headings;
base::Result<Sheet> read_spreadsheet(std::string_view bytes, const Limits&,
                                     const std::function<bool(const SheetRow&)>& wanted);

}  // namespace documents
