#include "features/uploads/upload_columns.h"

#include <algorithm>

#include "base/text.h"

namespace uploads {
namespace {

std::string plain(std::string_view heading) {
  std::string text = base::folded(heading);
  for (const std::string_view left_out : {"*", " ", "\u00A0", "-", "_", "\n", "\r", "\t", ":"}) {
    for (std::size_t at = text.find(left_out); at != std::string::npos; at = text.find(left_out, at))
      text.erase(at, left_out.size());
  }
  return text;
}

}  // namespace

std::string starred(const Column& column) {
  return std::string(column.name) + "*";
}

std::optional<std::size_t> column_headed(const Format& format, std::string_view heading) {
  const std::string text = plain(heading);
  if (text.empty()) return {};
  for (std::size_t i = 0; i < format.columns.size(); ++i) {
    const auto& headings = format.columns[i].headings;
    if (std::ranges::find(headings, text) != headings.end()) return i;
  }
  return {};
}

std::size_t Columns::found() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(at, [](const auto& index) { return index.has_value(); }));
}

std::vector<std::size_t> Columns::missing() const {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < at.size(); ++i) {
    if (!at[i]) columns.push_back(i);
  }
  return columns;
}

Columns columns_of(const Format& format, const documents::SheetRow& header) {
  Columns columns;
  columns.header_row = header.number;
  columns.at.resize(format.columns.size());
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    columns.headings.push_back(base::trimmed(header.cells[i].text));
    const auto column = column_headed(format, columns.headings.back());
    if (!column) continue;
    auto& at = columns.at[*column];
    if (at && !columns.twice) columns.twice = column;
    if (!at) at = i;
  }
  return columns;
}

}  // namespace uploads
