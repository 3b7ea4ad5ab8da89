// Writing .xlsx files (libxlsxwriter, constant memory, through a temporary file that is removed). Text always
// stays text:
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
#include "documents/temporary_file.h"

namespace documents {

struct Column {
  std::string heading;
  double width = 18;                   // in characters
  std::vector<std::string> choices{};  // a drop-down for the cells below the heading
  std::string note{};                  // shown when a cell of the column is selected
  bool wrap = false;                   // long text on several lines
  std::string date_format{};           // of its dates, as Excel writes formats; empty: 23 November 2026
};

// The colours of a cell, for how somebody stands.
enum class Tone { plain, good, under_way, quiet };

class Workbook {
 public:
  explicit Workbook(bool read_only_recommended = false);
  ~Workbook();

  // Starts the next sheet: bold heading row, frozen, filterable where `filter`; the first `frozen_columns`
  // stay too. Rows are then added in order.
  void sheet(std::string_view name, std::span<const Column> columns, bool filter = true,
             std::size_t frozen_columns = 0);
  void row(std::span<const std::string> cells);

  struct Figure {  // a cell that is not text
    // secret: a text that is only ever in memory, never in the temporary file (a password still to be
    // corrected).
    enum class Kind { text, number, date, date_time, secret } kind = Kind::text;
    std::string text{};
    std::int64_t number = 0;
    base::Instant at{};
    Tone tone = Tone::plain;  // of text and dates
  };
  void row(std::span<const Figure> cells);

  // A sheet of paragraphs, one a row, the first as its heading.
  void text_sheet(std::string_view name, std::span<const std::string> paragraphs);

  // Closes it and returns the file's bytes. Throws base::Unavailable where the disk is full.
  std::string bytes();

  // The same for a large one, which is then sent from the file: it is never whole in memory. Throws
  // std::logic_error where there are secrets.
  std::unique_ptr<TemporaryFile> file();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace documents
