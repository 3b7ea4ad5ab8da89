// Writing .xlsx files (libxlsxwriter, constant memory, through a temporary file that is removed). Text always
// stays text: "=1+1" is never a formula. Any thread, one Workbook a thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
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
  std::string date_format{};           // of its dates, as Excel writes formats; empty: 23 November 2026
  std::string csv_heading{};           // where CSV says it otherwise
};

// The colours of a cell, for how somebody stands.
enum class Tone { plain, good, under_way, quiet };

// A cell.
struct Figure {
  // secret: a text that is only ever in memory, never in the temporary file (a password still to be
  // corrected).
  enum class Kind { text, number, date, date_time, secret } kind = Kind::text;
  std::string text{};  // of a date: what CSV says instead of the day
  std::int64_t number = 0;
  base::Instant at{};
  Tone tone = Tone::plain;  // of text and dates

  static Figure of(std::string text, Tone tone = Tone::plain) {
    return {.text = std::move(text), .tone = tone};
  }
  static Figure of(std::size_t number) {
    return {.kind = Kind::number, .number = static_cast<std::int64_t>(number)};
  }
  static Figure day(base::Instant at) { return {.kind = Kind::date, .at = at}; }
  static Figure moment(base::Instant at) { return {.kind = Kind::date_time, .at = at}; }
  static Figure moment(const std::optional<base::Instant>& at) { return at ? moment(*at) : Figure{}; }
};

// A file of its own name in the system's temporary folder, readable by this user alone, removed when it goes.
// Throws base::Unavailable where there is no room for it.
class TemporaryFile {
 public:
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }
  std::string read() const;

 private:
  std::string path_;
};

class Workbook {
 public:
  explicit Workbook(bool read_only_recommended = false);
  ~Workbook();
  Workbook(Workbook&&) noexcept;

  // Starts the next sheet: bold heading row, frozen, filterable where `filter`; the first `frozen_columns`
  // stay too. Rows are then added in order.
  void sheet(std::string_view name, std::span<const Column> columns, bool filter = true,
             std::size_t frozen_columns = 0);
  void row(std::span<const std::string> cells);

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
