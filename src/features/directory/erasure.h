// Erasing a centre that is closed: everything of it goes, for good. What stays is the audit, which also
// keeps, as an event of the Hub's own, that the operator erased it, how much went, and why where it was
// before its time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/connection.h"
#include "features/centres/directory.h"

namespace directory {

struct ToErase {
  centres::Entry entry;
  std::size_t people = 0;
  std::size_t attempts = 0;
  std::size_t certificates = 0;
  bool early = false;  // the last day on which its data are kept is not over: a reason is needed
};

// Nothing where there is no such centre for this actor: for anybody but a Hub operator there is none.
std::optional<ToErase> find_to_erase(db::Connection&, const access::Actor&, access::CentreId);

// What is wrong with the reason (field "reason"), if anything.
std::optional<base::FieldError> problem_with(const ToErase&, std::string_view reason);

// Refuses not_found; conflict for an open centre; bad_input "reason" where one is needed and missing or too
// long. Seconds for a large centre: on the heavy pool. Throws db::ForeignKeyViolation where something of the
// centre was written meanwhile.
base::Result<void> erase_centre(db::Connection&, const access::Actor&, access::CentreId,
                                std::string_view reason);

}  // namespace directory
