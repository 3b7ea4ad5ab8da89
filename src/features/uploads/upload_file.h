// An uploaded file as far as its form goes: the sheet with the headings, and the rows below them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "features/uploads/upload_columns.h"

namespace uploads {

struct UploadFile {
  Columns columns;  // all of the format found, none twice
  std::vector<documents::SheetRow> rows;
  std::vector<std::string>
      notes;  // what the person must know: columns that are ignored, an alphabet that was guessed
};

// Refuses (bad_input "file") what documents::read_spreadsheet refuses, a heading missing or there twice, no
// rows, more rows than the format has at most.
base::Result<UploadFile> read_upload(const Format&, std::string_view bytes);

}  // namespace uploads
