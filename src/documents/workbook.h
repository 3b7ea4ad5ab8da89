// Writing .xlsx files (libxlsxwriter, constant memory, through a temporary file that is removed). Text always stays
// text:
// "=1+1" is never a formula. Any thread, one Workbook a thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace documents {

struct Column {
  std::string heading;
  double width = 18;                   // in characters
  std::vector<std::string> choices{};  // a drop-down for the cells below the heading
  std::string note{};                  // shown when a cell of the column is selected
  bool wrap = false;                   // long text on several lines
};

class Workbook {
 public:
  explicit Workbook(bool read_only_recommended = false);
  ~Workbook();

  // Starts the next sheet: bold heading row, frozen, filterable where `filter`. Rows are then added in order.
  void sheet(std::string_view name, std::span<const Column> columns, bool filter = true);
  void row(std::span<const std::string> cells);

  struct Figure {  // a cell that is not text
    // secret: a text that is only ever in memory, never in the temporary file (a password still to be corrected).
    enum class Kind { text, number, date, date_time, secret } kind = Kind::text;
    std::string text{};
    std::int64_t number = 0;
    base::Instant at{};
  };
  void row(std::span<const Figure> cells);

  // A sheet of paragraphs, one a row, the first as its heading.
  void text_sheet(std::string_view name, std::span<const std::string> paragraphs);

  // Closes it and returns the file's bytes. Throws base::Unavailable where the disk is full.
  std::string bytes();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace documents
