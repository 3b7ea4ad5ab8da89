// The filters of the User Summary, shared by its page and by everything that is downloaded from it: the table
// as .xlsx and .csv, the certificates as a ZIP.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"
#include "features/attempts/standing.h"

namespace summary {

struct Filter {
  std::string search{};  // as in the user list; empty: everybody
  std::optional<access::Role> role{};
  // Of the chosen assessment; where none is chosen, of all that the person may take now: passed is every one
  // of them, not started is none of them.
  std::optional<attempts::Status> status{};
  std::string assessment{};  // a slug: only whom it is for, or who has started it; empty: all
  std::string year{};        // empty: what is current. An earlier year's counts for whoever began it then.

  bool operator==(const Filter&) const = default;
};

// The address's own words; what is none of the known counts as not said.
struct FilterWords {
  std::string_view q{};
  std::string_view role{};
  std::string_view status{};
  std::string_view assessment{};
  std::string_view year{};
};
Filter filter_from(const FilterWords&);

inline constexpr std::array statuses{attempts::Status::passed, attempts::Status::started,
                                     attempts::Status::not_started};
std::string_view status_code(attempts::Status);  // "passed", "started", "not_started"

// Everybody of the actor's centre whom the filter lets through, by name; nobody unless the actor manages
// users.
std::vector<access::AccountId> matching(db::Connection&, const access::Actor&, const Filter&);

}  // namespace summary
