#include "web/descriptors.h"

#include <sys/resource.h>

#include <algorithm>

namespace web {

std::size_t raise_descriptor_limit() {
  constexpr rlim_t enough = 1 << 20;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1'024;
  const auto before = limit.rlim_cur;
  limit.rlim_cur = limit.rlim_max;
  if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) limit.rlim_cur = before;
  return std::min(limit.rlim_cur, enough);
}

std::size_t descriptors_for_connections(std::size_t allowed, std::size_t kept_back) {
  return std::max(allowed / 2, allowed - std::min(allowed, kept_back));
}

}  // namespace web
