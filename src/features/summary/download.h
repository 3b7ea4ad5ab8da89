// The full summary download: the board as a table, as .xlsx with every attempt on a second sheet, and as
// .csv.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "documents/temporary_file.h"
#include "features/summary/attempt_reader.h"
#include "features/summary/board.h"

namespace summary {

// What a cell says: "Passed 23 November 2026", "Started 3/7", "Not Started"; empty for what is not for this
// person.
std::string cell_words(const Cell&, const assessments::Version&);

// Throws base::Unavailable where the disk is full.
std::unique_ptr<documents::TemporaryFile> write_workbook(const Board&, AttemptReader&);

// Its lines are made one by one, so that they can be sent as they are made.
std::string csv_heading(const Board&);
std::string csv_line(const Board&, const Person&);

}  // namespace summary
