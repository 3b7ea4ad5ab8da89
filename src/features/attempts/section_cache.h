// Sections of current versions, kept in memory, because a published version never changes and every answer
// saved is checked against its section. Any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "db/connection.h"
#include "features/assessments/assessment_store.h"

namespace attempts {

class SectionCache {
 public:
  // `section` is one of `version`. Known by its publication too: a database restored from a backup may give
  // an id to another section than it had before.
  std::shared_ptr<const assessments::Section> get(db::Connection&, const assessments::Version& version,
                                                  assessments::SectionId section);

 private:
  using Key = std::pair<assessments::SectionId, base::Instant>;

  std::mutex mutex_;
  std::map<Key, std::shared_ptr<const assessments::Section>> kept_;
};

}  // namespace attempts
