#include "features/user_upload/upload_columns.h"

#include <algorithm>

#include "base/text.h"

namespace user_upload {
namespace {

struct Names {
  std::string_view name;
  std::string_view starred;
  std::string_view form_field;
  std::string_view example;
  std::array<std::string_view, 4> headings;  // as plain() makes them; unused ones empty
};

constexpr std::array<Names, column_count> names{{
    {"First name", "First name*", "first_name", "Alex", {"firstname", "forename", "givenname", "firstnames"}},
    {"Last name", "Last name*", "last_name", "Example", {"lastname", "surname", "familyname", ""}},
    {"Email", "Email*", "email", "alex.example@school.example", {"email", "emailaddress", "", ""}},
    {"Password", "Password*", "password", "four words you choose", {"password", "", "", ""}},
    {"Role", "Role*", "role", "INV", {"role", "userrole", "", ""}},
}};

const Names& of(Column column) {
  return names[static_cast<std::size_t>(column)];
}

std::string plain(std::string_view heading) {
  std::string text = base::folded(heading);
  for (const std::string_view left_out : {"*", " ", "\u00A0", "-", "_", "\n", "\r", "\t", ":"}) {
    for (std::size_t at = text.find(left_out); at != std::string::npos; at = text.find(left_out, at))
      text.erase(at, left_out.size());
  }
  return text;
}

}  // namespace

std::string_view name(Column column) {
  return of(column).name;
}
std::string_view starred(Column column) {
  return of(column).starred;
}
std::string_view form_field(Column column) {
  return of(column).form_field;
}
std::string_view example(Column column) {
  return of(column).example;
}

std::optional<Column> column_headed(std::string_view heading) {
  const std::string text = plain(heading);
  if (text.empty()) return {};
  for (const Column column : all_columns) {
    if (std::ranges::find(of(column).headings, text) != of(column).headings.end()) return column;
  }
  return {};
}

std::size_t Columns::found() const {
  return static_cast<std::size_t>(std::ranges::count_if(at, [](const auto& index) { return index.has_value(); }));
}

std::vector<Column> Columns::missing() const {
  std::vector<Column> columns;
  for (const Column column : all_columns) {
    if (!at[static_cast<std::size_t>(column)]) columns.push_back(column);
  }
  return columns;
}

Columns columns_of(const documents::SheetRow& header) {
  Columns columns;
  columns.header_row = header.number;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    columns.headings.push_back(base::trimmed(header.cells[i].text));
    const auto column = column_headed(columns.headings.back());
    if (!column) continue;
    auto& at = columns.at[static_cast<std::size_t>(*column)];
    if (at && !columns.twice) columns.twice = *column;
    if (!at) at = i;
  }
  return columns;
}

}  // namespace user_upload
