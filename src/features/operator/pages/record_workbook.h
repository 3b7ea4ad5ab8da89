// One person's record as a spreadsheet: details, results, answers, certificates, events.
#pragma once

#include "db/database.h"
#include "documents/workbook.h"
#include "features/operator/pages/record_of.h"

namespace hub_operator::pages {

// Answers and events are read some at a time, so that memory stays flat. Throws base::Unavailable where the
// disk is full.
documents::Workbook record_workbook(db::Database&, const OpenRecord&);

}  // namespace hub_operator::pages
