// From files to published versions: what `exams-hub assessment import` and the operator's upload do.
#pragma once

#include <expected>
#include <span>
#include <vector>

#include "access/actor.h"
#include "db/database.h"
#include "features/assessments/assessment_file.h"
#include "features/assessments/publishing.h"

namespace assessments {

// All the files, in order and in one transaction, or none and every problem. `publisher`: null for a command.
std::expected<std::vector<Publication>, std::vector<FileProblem>> import_files(
    db::Database&, std::span<const SourceFile>, const access::Actor* publisher);

}  // namespace assessments
