// Taking an assessment out of use, and back. Withdrawn with all its years and versions: nobody starts or
// continues it, and nothing of it is lost. For Hub operators, and for a command where `by` is null; to
// anybody else it is not there.
#pragma once

#include <string_view>

#include "access/actor.h"
#include "base/refusal.h"
#include "db/connection.h"

namespace assessments {

// Both refuse not_found, twice is once, and the audit keeps both.
base::Result<void> withdraw(db::Connection&, const access::Actor* by, std::string_view slug);
base::Result<void> restore(db::Connection&, const access::Actor* by, std::string_view slug);

}  // namespace assessments
