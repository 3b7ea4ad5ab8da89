// An event's old and new values as the JSON that is kept: {"Email": {"before": "...", "after": "..."}}, an
// empty value left out.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/audit/audit.h"

namespace audit {

std::string to_json(std::span<const Detail>);
std::vector<Detail> details_from(std::string_view json);  // empty for what is not such JSON

// "Role: INV -> SLT; Email: a@x.example", for a file.
std::string details_text(std::span<const Detail>);

}  // namespace audit
