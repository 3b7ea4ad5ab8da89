// Writing .csv: RFC 4180, UTF-8 with its mark at the front, so that spreadsheet programs read it as UTF-8.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace documents {

inline constexpr std::string_view csv_start = "\xEF\xBB\xBF";

// One line with its end. A cell that a spreadsheet program would take for a formula gets an apostrophe in
// front.
std::string csv_line(std::span<const std::string> cells);

}  // namespace documents
