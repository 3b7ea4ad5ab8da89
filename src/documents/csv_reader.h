#pragma once

#include <optional>
#include <string_view>

#include "documents/sheet_builder.h"

namespace documents {

// Comma, semicolon or tab, whichever makes a row the wanted header; nothing where none does. Throws
// Unreadable.
std::optional<Sheet> read_csv(std::string_view bytes, Budget&, const Wanted&);

}  // namespace documents
