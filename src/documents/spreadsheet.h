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
  std::chrono::milliseconds time{700};  // of the processor, and as much again for each MB of the file
};

struct Cell {
  std::string text;     // valid UTF-8 as shown; a number without its format, a formula by its cached value
  std::string problem;  // why that is not its value ("is a formula that was never calculated"), else empty
};

struct SheetRow {
  std::size_t number;       // as the spreadsheet program counts it, from 1
  std::vector<Cell> cells;  // trailing empty ones dropped
  bool hidden = false;      // by a filter or by hand: the person does not see it
};

struct Sheet {
  std::string name;            // empty for CSV
  std::vector<SheetRow> rows;  // those with anything in them, in order
  std::vector<std::size_t> hidden_columns{};
  std::vector<std::string> others{};  // further visible sheets with such a header and rows below it: not read
  std::string guessed_alphabet{};     // "Windows", where nothing in the file told; else empty
};

// The first visible sheet in which `wanted` accepts some row among the first 20 with anything in them (its
// header). Refuses, with a sentence beside the field "file" that says what to do: not_found where no sheet
// has the header; bad_input for what is not a spreadsheet, an old .xls, encrypted, damaged, over a limit.
base::Result<Sheet> read_spreadsheet(std::string_view bytes, const Limits&,
                                     const std::function<bool(const SheetRow&)>& wanted);

}  // namespace documents
