// Which refusals of power the audit is told of: of one person and page the first in an hour, with how many it
// was not told of since the one before. Nobody can fill the audit by asking again. Of one process; any
// thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "access/actor.h"

namespace audit {

class RefusalCounts {
 public:
  using Steady = std::chrono::steady_clock::time_point;
  explicit RefusalCounts(std::function<Steady()> steady = std::chrono::steady_clock::now)
      : steady_(std::move(steady)) {}

  // Nothing: it is counted only. Else it is to be told, and how many were not, before it.
  std::optional<std::int64_t> to_tell(access::AccountId, const std::string& page);
  // It could not be told: the next one is.
  void not_told(access::AccountId, const std::string& page);

 private:
  struct Since {
    Steady told_at;
    std::int64_t untold = 0;
  };
  void make_room(Steady now);

  std::function<Steady()> steady_;
  std::mutex mutex_;
  std::map<std::pair<access::AccountId, std::string>, Since> counts_;
};

}  // namespace audit
