// Whether what is stored is what the program keeps.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "db/database.h"

namespace fill {

// Looks at `sample` people, evenly among all, and at the whole Hub where one query can. Marks every attempt
// anew, makes each result, pass and certificate from the attempts, and asks attempts how the person stands.
// One sentence for each thing that does not agree.
std::vector<std::string> disagreements(db::Database&, std::size_t sample);

}  // namespace fill
