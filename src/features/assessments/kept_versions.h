// Published versions, whole. They never change, so each is read once in a process and shared by all who ask.
// Any thread.
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "base/instant.h"
#include "db/connection.h"
#include "features/assessments/assessment_store.h"

namespace assessments {

// A row of the assessment table. Its id alone would not do: a publication that is rolled back, or a database
// restored from a backup, gives it to other content.
struct VersionKey {
  AssessmentId id;
  base::Instant published_at;
  std::string content_hash;

  auto operator<=>(const VersionKey&) const = default;
};

class KeptVersions {
 public:
  using Shared = std::shared_ptr<const Version>;

  // At most so many bytes of texts are kept; what is asked for is given, however much it is.
  explicit KeptVersions(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // In the order of the keys, withdrawn_at left empty. Four queries for those that are not kept, none where
  // all are.
  std::vector<Shared> get(db::Connection&, std::span<const VersionKey>);

 private:
  std::map<VersionKey, Shared> kept(std::span<const VersionKey>);
  void keep(const VersionKey&, Shared);

  const std::size_t most_bytes_;
  std::mutex mutex_;
  std::map<VersionKey, Shared> kept_;
  std::size_t bytes_ = 0;
};

}  // namespace assessments
