#pragma once

#include <optional>

#include "documents/sheet_builder.h"
#include "documents/zip_archive.h"

namespace documents {

// The first visible sheet with the wanted header; nothing where none has it. Throws Unreadable.
std::optional<Sheet> read_ods(ZipArchive&, const Wanted&);

}  // namespace documents
