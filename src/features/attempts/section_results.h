// The kept section results, as standing.h reads them: only of accounts of the actor's centre.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "access/actor.h"
#include "base/instant.h"
#include "db/connection.h"

namespace attempts {

struct SectionResult {
  std::size_t failed_attempts = 0;
  std::optional<std::int64_t> open_attempt{};
  std::optional<std::int64_t> passed_attempt{};
  std::optional<std::int64_t> passed_version{};
  std::optional<base::Instant> passed_at{};
};

using ResultsBySection = std::map<std::string, SectionResult, std::less<>>;             // by section key
using PersonResults = std::map<std::pair<std::string, std::string>, ResultsBySection>;  // by slug and year

// A round trip for every 250 accounts.
std::map<access::AccountId, PersonResults> section_results(db::Connection&, const access::Actor&,
                                                           std::span<const access::AccountId>);
std::set<access::AccountId> with_results(db::Connection&, const access::Actor&,
                                         std::span<const access::AccountId>);

ResultsBySection section_results(db::Connection&, const access::Actor&, access::AccountId,
                                 std::string_view slug, std::string_view year);

}  // namespace attempts
