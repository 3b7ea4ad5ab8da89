// A day as people name it in a form, on Europe/London's clock: 23 or 25 hours long twice a year.
#pragma once

#include <optional>
#include <string_view>

#include "base/instant.h"

namespace base {

struct DaySpan {
  Instant start;
  Instant end;  // the start of the next day
};

// From 2026-11-23; nothing for what is not a day of the years 1900 to 2999.
std::optional<DaySpan> day_from_iso(std::string_view iso_date);

}  // namespace base
