// A session's rules: how long it lasts and what its owner reads about it. No SQL, no HTTP, no clock.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace sign_in {

using namespace std::chrono_literals;
inline constexpr std::chrono::milliseconds idle_limit = 30min;
inline constexpr std::chrono::milliseconds absolute_limit = 8h;
// Being seen is written down at most this often, so that reading pages writes nothing.
inline constexpr std::chrono::milliseconds seen_interval = 1min;

struct Span {
  base::Instant created_at;
  base::Instant last_seen_at;

  base::Instant idle_until() const { return last_seen_at + idle_limit; }
  base::Instant absolute_until() const { return created_at + absolute_limit; }
  bool open(base::Instant now) const { return now < idle_until() && now < absolute_until(); }
  bool worth_noting(base::Instant now) const { return now >= last_seen_at + seen_interval; }
};

// "Firefox on Windows", from a User-Agent header; "An unknown browser" where it says nothing known.
std::string browser_name(std::string_view user_agent);

}  // namespace sign_in
