// From what a file holds for a cell to the Cell that people saw.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "documents/spreadsheet.h"

namespace documents {

Cell text_cell(std::string text);         // its problem: a control character; ="Ann" is Ann
Cell number_cell(std::string_view raw);   // "5.0" and "5E0" are 5; one that a spreadsheet cannot keep, or
                                          // show, exactly is a problem
Cell boolean_cell(std::string_view raw);  // "1" or "true": TRUE
Cell date_cell();                         // always a problem: how it was typed is not in the file
Cell error_cell(std::string_view shown);  // #N/A
Cell uncalculated_cell();

// Excel's _x000D_ for a character that XML cannot hold (and _x005F_ for its own underscore).
std::string without_escapes(std::string_view text);
// For writing: text that reads like such an escape stays text.
std::string with_escapes(std::string_view text);

// "A", "Z", "AA": how people name the column that counts `column` from 0.
std::string column_name(std::size_t column);

}  // namespace documents
