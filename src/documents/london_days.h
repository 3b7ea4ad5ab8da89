// Moments as a spreadsheet keeps them, on the clock of London. Made for columns of a hundred thousand dates:
// the calendar is asked once for each hour that occurs.
#pragma once

#include <chrono>
#include <cstdint>
#include <unordered_map>

#include "base/instant.h"

namespace documents {

class LondonDays {
 public:
  // Days since 1899-12-30, the time of day as a fraction, to the minute.
  double serial(base::Instant at);
  // The day alone.
  double day(base::Instant at);

 private:
  std::chrono::minutes offset_at(base::Instant at);
  std::chrono::minutes local_minutes(base::Instant at);

  std::unordered_map<std::int64_t, std::chrono::minutes> offsets_;  // by hours since 1970
};

}  // namespace documents
