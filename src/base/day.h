// A day as people name it in a form, on Europe/London's clock: 23 or 25 hours long twice a year.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace base {

struct DaySpan {
  Instant start;
  Instant end;  // the start of the next day
};

// From 2026-11-23; nothing for what is not a day of the years 1900 to 2999.
std::optional<DaySpan> day_from_iso(std::string_view iso_date);

// Of days written like that; std::logic_error for anything else. `days` may be negative.
std::string days_after(std::string_view iso_date, int days);
int days_between(std::string_view from, std::string_view to);  // negative where `to` is the earlier one

// 31 August 2027; the text itself where it is not such a day.
std::string british_date(std::string_view iso_date);

}  // namespace base
