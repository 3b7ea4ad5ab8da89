#include "features/certificates/check_throttle.h"

#include <algorithm>
#include <cmath>

namespace certificates {

double CheckThrottle::left_at(const Bucket& bucket, Clock::time_point now) const {
  const std::chrono::duration<double> passed = now - bucket.at;
  const std::chrono::duration<double> one = limits_.one_back_every;
  return std::min(limits_.at_once, bucket.left + passed / one);
}

CheckThrottle::Bucket& CheckThrottle::bucket(std::string_view address, Clock::time_point now) {
  std::string key(address);
  if (const auto known = buckets_.find(key); known != buckets_.end()) return known->second;
  if (buckets_.size() >= limits_.addresses) {
    std::erase_if(buckets_, [&](const auto& entry) { return left_at(entry.second, now) >= limits_.at_once; });
  }
  if (buckets_.size() >= limits_.addresses) key.clear();
  return buckets_.try_emplace(std::move(key), Bucket{limits_.at_once, now}).first->second;
}

std::chrono::seconds CheckThrottle::take(std::string_view address, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  auto& its = bucket(address, now);
  its = {left_at(its, now), now};
  if (its.left >= 1) {
    its.left -= 1;
    return std::chrono::seconds{0};
  }
  const std::chrono::duration<double> wait =
      (1 - its.left) * std::chrono::duration<double>(limits_.one_back_every);
  return std::chrono::seconds{static_cast<std::int64_t>(std::ceil(wait.count()))};
}

}  // namespace certificates
