#include "features/audit/refusal_counts.h"

namespace audit {
namespace {

constexpr std::chrono::hours window{1};
constexpr std::size_t most_kept = 10'000;

}  // namespace

std::optional<std::int64_t> RefusalCounts::to_tell(access::AccountId account, const std::string& page) {
  const auto now = steady_();
  const std::scoped_lock lock(mutex_);
  const auto found = counts_.find({account, page});
  if (found == counts_.end()) {
    make_room(now);
    counts_.emplace(std::pair(account, page), Since{now});
    return 0;
  }
  auto& since = found->second;
  if (now - since.told_at < window) {
    ++since.untold;
    return std::nullopt;
  }
  const auto untold = since.untold;
  since = {now};
  return untold;
}

void RefusalCounts::not_told(access::AccountId account, const std::string& page) {
  const std::scoped_lock lock(mutex_);
  counts_.erase({account, page});
}

// A count that is forgotten costs a row more, nothing else.
void RefusalCounts::make_room(Steady now) {
  if (counts_.size() < most_kept) return;
  std::erase_if(counts_, [&](const auto& each) { return now - each.second.told_at >= window; });
  if (counts_.size() >= most_kept) counts_.clear();
}

}  // namespace audit
