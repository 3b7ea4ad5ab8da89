// The full summary download: the board as a table, and every attempt of the people on it as another.
#pragma once

#include <memory>

#include "documents/table.h"
#include "features/summary/attempt_reader.h"
#include "features/summary/board.h"

namespace summary {

// A cell says "Passed 23 November 2026", "Started 3/7" or "Not Started"; nothing where it is not for this
// person.
documents::Table board_table(std::shared_ptr<const Board>);

// The database outlives it.
documents::Table attempt_table(db::Database&, const access::Actor&, std::shared_ptr<const Board>);

}  // namespace summary
