// How a resource is read from its row; for the store's own files.
#pragma once

#include "db/connection.h"
#include "features/resources/resource.h"

namespace resources {

// Macros, so that each query stays one literal.
#define EXAMS_VERSION_COLUMNS \
  "v.id, v.resource_id, v.version, v.filename, v.kind, c.size, v.sha256, v.published_at, v.published_by"
#define EXAMS_RESOURCE_SELECT                                                                  \
  "SELECT r.id, r.name, r.folder, r.withdrawn_at, r.version, " EXAMS_VERSION_COLUMNS           \
  " FROM resource r JOIN resource_version v ON v.resource_id = r.id AND v.version = "          \
  "(SELECT MAX(newest.version) FROM resource_version newest WHERE newest.resource_id = r.id) " \
  "JOIN resource_content c ON c.sha256 = v.sha256"

Version version_from(const db::Row&, std::size_t first_column);
Resource resource_from(const db::Row&);

}  // namespace resources
