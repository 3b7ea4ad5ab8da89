// The parts of an .xlsx around its sheets: where they are, which strings they share, which formats are dates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/zip_archive.h"

namespace documents {

struct XlsxSheet {
  std::string name;
  std::string part;  // its name in the archive
};

struct XlsxParts {
  std::vector<XlsxSheet> sheets;  // visible ones, in the order of the tabs
  std::string shared_strings;     // empty where there are none
  std::string styles;
};

// Throws Unreadable.
XlsxParts find_xlsx_parts(ZipArchive&);

// Strings that cells name by number; all in one piece of memory.
class SharedStrings {
 public:
  void add(std::string_view text);               // throws Unreadable when they become too many
  std::string_view at(std::size_t index) const;  // throws Unreadable for one that is not there

 private:
  std::string text_;
  std::vector<std::uint32_t> ends_;
};
SharedStrings read_shared_strings(ZipArchive&, std::string_view part);

// For each cell style, whether it shows dates or times.
std::vector<bool> read_date_styles(ZipArchive&, std::string_view part);

}  // namespace documents
