// read_cells FILE...: what documents/ reads of the first sheet of each, with a header that has Email, as JSON
// lines for tests/long/files to hold against other programs.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "documents/spreadsheet.h"

namespace {

std::string json(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < ' ') {
      out += fmt::format("\\u{:04x}", c);
    } else {
      out += c;
    }
  }
  return out + '"';
}

bool has_email(const documents::SheetRow& row) {
  for (const auto& cell : row.cells) {
    if (cell.text.starts_with("Email")) return true;
  }
  return false;
}

std::string cells_of(const std::string& bytes) {
  const auto sheet = documents::read_spreadsheet(bytes, {}, has_email);
  if (!sheet) return fmt::format("{{\"refused\": {}}}", json(sheet.error().fields.at(0).message));
  std::string out;
  for (const auto& row : sheet->rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto& cell = row.cells[i];
      if (cell.text.empty() && cell.problem.empty()) continue;
      out += fmt::format("{}[{}, {}, {}, {}]", out.empty() ? "" : ", ", row.number, i + 1, json(cell.text),
                         json(cell.problem));
    }
  }
  return fmt::format("{{\"cells\": [{}]}}", out);
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::ostringstream bytes;
    bytes << std::ifstream(argv[i], std::ios::binary).rdbuf();
    std::puts(cells_of(bytes.str()).c_str());
  }
}
