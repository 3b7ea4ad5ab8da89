// An uploaded file as far as its form goes: the sheet with the headings, and the rows below them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/refusal.h"
#include "features/user_upload/upload_columns.h"

namespace user_upload {

struct UploadFile {
  Columns columns;  // all five found, none twice
  std::vector<documents::SheetRow> rows;
  std::vector<std::string> notes;  // what the person must know: columns that are ignored, an alphabet that was guessed
};

// Refuses (bad_input "file") what documents::read_spreadsheet refuses, a heading missing or there twice, no rows.
base::Result<UploadFile> read_upload(std::string_view bytes);

}  // namespace user_upload
