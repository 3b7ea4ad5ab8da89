#include "features/uploads/upload_columns.h"

#include <algorithm>

#include "base/text.h"

namespace uploads {
namespace {

constexpr std::size_t longest_heading = 100;  // bytes: what is longer heads none of our columns

std::string plain(std::string_view heading) {
  std::string text;
  for (const char c : base::folded(heading)) {
    if (std::string_view("* -_\n\r\t:").find(c) == std::string_view::npos) text += c;
  }
  return text;
}

}  // namespace

std::string starred(const Column& column) {
  return std::string(column.name) + "*";
}

std::optional<std::size_t> column_headed(const Format& format, std::string_view heading) {
  if (heading.size() > longest_heading) return {};
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
