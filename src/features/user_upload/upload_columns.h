// The five columns of the upload template, and where they stand in somebody's file.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/spreadsheet.h"

namespace user_upload {

inline constexpr std::size_t column_count = 5;
enum class Column : std::size_t { first_name, last_name, email, password, role };  // the template's order
inline constexpr std::array all_columns{Column::first_name, Column::last_name, Column::email, Column::password,
                                        Column::role};

std::string_view name(Column);        // "First name"
std::string_view starred(Column);     // "First name*", as the template heads it
std::string_view form_field(Column);  // "first_name", as a form calls it
// What the template's example row holds; a row that is exactly this is left out.
std::string_view example(Column);

inline constexpr std::string_view corrections_heading = "What to correct";

// Which column a heading is for, in any letter case, with or without star, spaces, hyphens; nothing for another.
std::optional<Column> column_headed(std::string_view heading);

struct Columns {
  std::size_t header_row = 0;  // its number
  std::array<std::optional<std::size_t>, column_count> at{};
  std::vector<std::string> headings;  // of the whole row, trimmed

  std::size_t index(Column column) const { return at[static_cast<std::size_t>(column)].value(); }
  std::size_t found() const;
  std::vector<Column> missing() const;
  std::optional<Column> twice;  // one whose heading is there twice
};

Columns columns_of(const documents::SheetRow& header);

}  // namespace user_upload
