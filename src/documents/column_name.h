#pragma once

#include <cstddef>
#include <string>

namespace documents {

// "A", "Z", "AA": how people name the column that counts `column` from 0.
std::string column_name(std::size_t column);

}  // namespace documents
