// One person's record as a spreadsheet: details, results, answers, certificates, events.
#pragma once

#include <memory>

#include "db/database.h"
#include "documents/temporary_file.h"
#include "features/operator/pages/record_of.h"

namespace hub_operator::pages {

// Answers and events are read some at a time, so that memory stays flat. Throws base::Unavailable where the
// disk is full.
std::unique_ptr<documents::TemporaryFile> record_workbook(db::Database&, const OpenRecord&);

}  // namespace hub_operator::pages
