// Where the columns of a kind stand in somebody's file.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/spreadsheet.h"
#include "features/uploads/kind.h"

namespace uploads {

std::string starred(const Column&);  // "First name*", as the template heads it

inline constexpr std::string_view corrections_heading = "What to correct";

// Which column a heading is for, in any letter case, with or without star, spaces, hyphens; nothing for
// another.
std::optional<std::size_t> column_headed(const Format&, std::string_view heading);

struct Columns {
  std::size_t header_row = 0;                  // its number
  std::vector<std::optional<std::size_t>> at;  // of each column of the format
  std::vector<std::string> headings;           // of the whole row, trimmed

  std::size_t index(std::size_t column) const { return at.at(column).value(); }
  std::size_t found() const;
  std::vector<std::size_t> missing() const;
  std::optional<std::size_t> twice;  // one whose heading is there twice
};

Columns columns_of(const Format&, const documents::SheetRow& header);

}  // namespace uploads
