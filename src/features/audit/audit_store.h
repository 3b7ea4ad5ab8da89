// The audit as its reader sees it: a Centre Admin the events of their own centre, a Hub operator those of the
// Hub, and nobody else anything at all. Newest first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/actor.h"
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
  std::string centre_number{};  // where an event of the Hub's audit was done, as it was then; empty for the
                                // Hub itself
  std::string centre_name{};
};

struct Filter {
  std::string action{};  // a code; empty: every action
  std::string person{};  // each word of it in the names of who did it and of whom it was done to
  std::optional<base::Instant> from{};   // at or after
  std::optional<base::Instant> until{};  // before
};

// Pages are told apart by the ids of their first and last events: a page stays the same while new events
// arrive.
struct Position {
  enum class Way { newest, older_than, newer_than } way = Way::newest;
  std::int64_t id = 0;
};

struct EntryPage {
  std::vector<Entry> entries;
  bool newer = false;  // there are events before the first
  bool older = false;  // and after the last
};

// Empty unless this audit is the actor's to read.
EntryPage list(db::Connection&, const access::Actor&, Whose, const Filter&, const Position&,
               std::size_t limit = 50);

// About one person, whose record a Hub operator reads: what they did, and what was done to their account and
// to these certificates of theirs.
EntryPage list(db::Connection&, const access::RecordScope&, std::span<const std::int64_t> certificates,
               const Position&, std::size_t limit = 50);

}  // namespace audit
