#include "documents/csv_writer.h"

namespace documents {
namespace {

bool looks_like_a_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
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

std::string csv_line(std::span<const std::string> cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    append_cell(line, cells[i]);
  }
  return line + "\r\n";
}

}  // namespace documents
