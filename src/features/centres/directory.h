// All the centres, as the Hub's operator keeps them. For anybody else there is none: lists are empty, finding
// finds nothing, a change is not_found. Changes are in the centre's own audit.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.h"
#include "db/connection.h"
#include "features/centres/centre.h"

namespace centres {

// What centres tells the sign-in, which stands above it: sign_in implements this and app hands it to whatever
// closes a centre. In the same transaction, so that a centre reopened later finds nobody still signed in from
// before.
class ClosingListener {
 public:
  virtual ~ClosingListener() = default;
  virtual void closed(db::Connection&, access::CentreId) = 0;
};

struct Entry {
  Centre centre;
  base::Instant created_at;
  std::optional<base::Instant> closed_at{};  // nobody of it can sign in since
  std::string keep_until{};  // 2027-08-31: the last day on which a closed centre's data are kept

  bool closed() const { return closed_at.has_value(); }
  std::string kept_until() const;     // 31 August 2027
  bool due(base::Instant now) const;  // closed, and that day is over
};

enum class Which { open, closed, due, all };

struct DirectoryQuery {
  std::string search{};  // each word of it in the number or the name, however accented; empty: all
  Which which = Which::all;
  std::size_t offset = 0;
  std::size_t limit = 50;
};

struct DirectoryPage {
  std::vector<Entry> entries;  // by number
  std::size_t total = 0;
};

DirectoryPage list(db::Connection&, const access::Actor&, const DirectoryQuery&);
std::optional<Entry> find(db::Connection&, const access::Actor&, access::CentreId);

// Refuses bad_input "name"; the same name changes nothing.
base::Result<void> rename(db::Connection&, const access::Actor&, access::CentreId, std::string_view name);

// Refuses bad_input "keep_until" for what is no date after today. A centre that is closed already stays as it
// was.
base::Result<void> close(db::Connection&, const access::Actor&, access::CentreId, std::string_view keep_until,
                         ClosingListener&);
// Refuses the same, and conflict for a centre that is open. The same day changes nothing.
base::Result<void> keep_until(db::Connection&, const access::Actor&, access::CentreId, std::string_view day);
base::Result<void> reopen(db::Connection&, const access::Actor&, access::CentreId);

}  // namespace centres
