// The audit as its reader sees it: only the events of the actor's own centre, and nothing at all unless the actor may
// read the audit. Newest first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "features/audit/audit.h"

namespace audit {

struct Entry {
  std::int64_t id;
  base::Instant at;
  std::string actor_name;
  std::string action;  // a code
  Subject subject;
  std::vector<Detail> details;
};

struct Filter {
  std::string action{};                  // a code; empty: every action
  std::string person{};                  // part of the name of who did it or of whom it was done to, however accented
  std::optional<base::Instant> from{};   // at or after
  std::optional<base::Instant> until{};  // before
};

// Pages are told apart by the ids of their first and last events: a page stays the same while new events arrive.
struct Position {
  enum class Way { newest, older_than, newer_than } way = Way::newest;
  std::int64_t id = 0;
};

struct EntryPage {
  std::vector<Entry> entries;
  bool newer = false;  // there are events before the first
  bool older = false;  // and after the last
};

EntryPage list(db::Connection&, const access::Actor&, const Filter&, const Position&, std::size_t limit = 50);

}  // namespace audit
