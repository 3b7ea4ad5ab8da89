#include "features/resources/resource_row.h"

namespace resources {

Version version_from(const db::Row& row, std::size_t first) {
  return {.id = row.id<VersionId>(first),
          .resource = row.id<ResourceId>(first + 1),
          .number = static_cast<int>(row.integer(first + 2)),
          .filename = row.text(first + 3),
          .kind = documents::kind_from_extension(row.text(first + 4)),
          .size = static_cast<std::size_t>(row.integer(first + 5)),
          .sha256 = row.text(first + 6),
          .published_at = row.instant(first + 7),
          .published_by = row.text(first + 8)};
}

Resource resource_from(const db::Row& row) {
  return {.id = row.id<ResourceId>(0),
          .name = row.text(1),
          .folder = row.text(2),
          .withdrawn_at = row.maybe_instant(3),
          .edit_version = row.integer(4),
          .newest = version_from(row, 5)};
}

}  // namespace resources
